import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import { type Db, refusingOn, type Tx } from '#platform';
import type { Stint } from '../domain/rest.js';
import type { EntryState } from '../domain/shift.js';
import { refuse } from '../domain/volunteers.refusals.js';
import type { ShiftRow } from './shifts.store.js';

export interface EntryRow {
  id: Id<'shift entry'>;
  shiftId: Id<'shift'>;
  personId: Id<'account'>;
  state: EntryState;
  placeNumber: number | null;
}

const ENTRY = `select id, shift_id as "shiftId", person_id as "personId", state, place_number as "placeNumber" from volunteers.shift_entry where event_id = $1`;

/** Who is in which shift. Changed under the shift's lock; one person's shifts under that person's. */
@Injectable()
export class ShiftEntriesStore {
  /** Everyone in or waiting for some shifts: people with places first, then the waiting list in its order. */
  of(db: Db, eventId: string, shiftIds: readonly string[]): Promise<EntryRow[]> {
    return db.query(`${ENTRY} and shift_id = any($2::uuid[]) and state <> 'left' order by shift_id, place_number nulls last, id`, [
      eventId,
      shiftIds,
    ]);
  }

  byId(db: Db, eventId: string, id: string): Promise<EntryRow | undefined> {
    return db.maybe(`${ENTRY} and id = $2`, [eventId, id]);
  }

  ofPerson(db: Db, eventId: string, shiftId: string, personId: string): Promise<EntryRow | undefined> {
    return db.maybe(`${ENTRY} and shift_id = $2 and person_id = $3 and state <> 'left'`, [eventId, shiftId, personId]);
  }

  /** Makes a person's sign-ups wait for each other, wherever they are: limits look at all shifts of a person (SHF-2). */
  async lockPerson(tx: Tx, personId: string): Promise<void> {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('shifts of ' || $1::text, 0))", [personId]);
  }

  /** A person's shifts within a week around an instant, in any event: nobody is in two places at once. */
  heldBy(db: Db, personId: string, around: Date): Promise<(Stint & { busyUntil: Date })[]> {
    return db.query(
      `select s.starts_at as "startsAt", s.ends_at as "endsAt", s.demanding, upper(e.busy) as "busyUntil"
         from volunteers.shift_entry e join volunteers.shift s on s.event_id = e.event_id and s.id = e.shift_id
        where e.person_id = $1 and e.state in ('signed_up', 'confirmed', 'arrived')
          and s.starts_at between $2::timestamptz - interval '7 days' and $2::timestamptz + interval '7 days'`,
      [personId, around],
    );
  }

  /** Shifts that have not begun and that a person is in or waits for, in any event, in an order that is always the same. */
  aheadOf(db: Db, personId: string, now: Date): Promise<{ shiftId: Id<'shift'>; eventId: Id<'event'> }[]> {
    return db.query(
      `select e.shift_id as "shiftId", e.event_id as "eventId" from volunteers.shift_entry e
         join volunteers.shift s on s.event_id = e.event_id and s.id = e.shift_id
        where e.person_id = $1 and e.state in ('waitlisted', 'signed_up', 'confirmed') and s.starts_at > $2 order by e.shift_id`,
      [personId, now],
    );
  }

  /** The lowest free place of a locked shift; undefined when it is full. */
  async freePlace(tx: Tx, eventId: string, shift: ShiftRow): Promise<number | undefined> {
    const row = await tx.maybe<{ number: number }>(
      `select n as number from generate_series(1, $3::int) n
        where not exists (select from volunteers.shift_entry e where e.event_id = $1 and e.shift_id = $2 and e.place_number = n and e.state <> 'left') order by n limit 1`,
      [eventId, shift.id, shift.places],
    );
    return row?.number;
  }

  async add(tx: Tx, eventId: string, shift: ShiftRow, personId: string, placeNumber: number | null): Promise<Id<'shift entry'>> {
    const id = newId<'shift entry'>();
    await refusingOn(CONSTRAINTS, () =>
      tx.run(
        `insert into volunteers.shift_entry (id, event_id, shift_id, person_id, state, place_number, busy, at, moved_at)
         values ($1, $2, $3, $4, $5, $6, tstzrange($7::timestamptz, $8::timestamptz + make_interval(mins => $9::int)), $10, $10)`,
        [
          id,
          eventId,
          shift.id,
          personId,
          placeNumber === null ? 'waitlisted' : 'signed_up',
          placeNumber,
          shift.startsAt,
          shift.endsAt,
          shift.changeoverMinutes,
          tx.now,
        ],
      ),
    );
    return id;
  }

  /** Performs a move; zero = someone was faster. Leaving gives the place back, coming from the waiting list takes one. */
  move(tx: Tx, eventId: string, id: string, from: EntryState, to: EntryState, placeNumber?: number): Promise<number> {
    return refusingOn(CONSTRAINTS, () =>
      tx.run(
        `update volunteers.shift_entry set state = $4, moved_at = $5, place_number = case when $4 = 'left' then null else coalesce($6::int, place_number) end
         where event_id = $1 and id = $2 and state = $3`,
        [eventId, id, from, to, tx.now, placeNumber ?? null],
      ),
    );
  }

  waiting(tx: Tx, eventId: string, shiftId: string): Promise<EntryRow[]> {
    return tx.query(`${ENTRY} and shift_id = $2 and state = 'waitlisted' order by id`, [eventId, shiftId]);
  }
}

const CONSTRAINTS = {
  no_two_shifts_at_once: () => refuse.SHIFTS_OVERLAP(),
  in_a_shift_once: () => refuse.ALREADY_IN_SHIFT(),
  shift_place_once: () => refuse.SHIFT_FULL(),
};
