import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { ShiftRules, Stint } from '../domain/rest.js';
import { USUAL_RULES } from '../domain/rest.js';
import type { ShiftState } from '../domain/shift.js';
import { refuse } from '../domain/volunteers.refusals.js';

export interface ShiftRow extends Stint {
  id: Id<'shift'>;
  name: string;
  place: string;
  changeoverMinutes: number;
  places: number;
  state: ShiftState;
}

export type NewShift = Omit<ShiftRow, 'id'>;

const SHIFT = `select id, name, place, starts_at as "startsAt", ends_at as "endsAt", changeover_minutes as "changeoverMinutes", places, demanding, state
  from volunteers.shift where event_id = $1`;

@Injectable()
export class ShiftsStore {
  page(db: Db, eventId: string, after: { startsAt: string; id: string } | null, withDrafts: boolean, limit: number): Promise<ShiftRow[]> {
    return db.query(
      `${SHIFT} and ($2::timestamptz is null or (starts_at, id) > ($2, $3::uuid)) and ($4 or state <> 'draft') order by starts_at, id limit $5`,
      [eventId, after?.startsAt ?? null, after?.id ?? null, withDrafts, limit],
    );
  }

  byId(db: Db, eventId: string, id: string): Promise<ShiftRow | undefined> {
    return db.maybe(`${SHIFT} and id = $2`, [eventId, id]);
  }

  /** The shift, locked: its places are given out one at a time (SHF-1). */
  async lock(tx: Tx, eventId: string, id: string): Promise<ShiftRow> {
    const row = await tx.maybe<ShiftRow>(`${SHIFT} and id = $2 for update`, [eventId, id]);
    if (!row) throw refuse.NO_SUCH_THING_HERE();
    return row;
  }

  async add(tx: Tx, eventId: string, shift: NewShift, by: string): Promise<Id<'shift'>> {
    const id = newId<'shift'>();
    await tx.run(
      `insert into volunteers.shift (id, event_id, name, place, starts_at, ends_at, changeover_minutes, places, demanding, state, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        eventId,
        shift.name,
        shift.place,
        shift.startsAt,
        shift.endsAt,
        shift.changeoverMinutes,
        shift.places,
        shift.demanding,
        shift.state,
        tx.now,
        by,
      ],
    );
    return id;
  }

  move(tx: Tx, eventId: string, id: string, from: ShiftState, to: ShiftState): Promise<number> {
    return tx.run('update volunteers.shift set state = $4 where event_id = $1 and id = $2 and state = $3', [eventId, id, from, to]);
  }

  async rules(db: Db, eventId: string): Promise<ShiftRules> {
    const row = await db.maybe<ShiftRules>(
      'select rest_minutes as "restMinutes", day_minutes as "dayMinutes", demanding_in_row as "demandingInRow" from volunteers.shift_rules where event_id = $1',
      [eventId],
    );
    return row ?? USUAL_RULES;
  }

  async setRules(tx: Tx, eventId: string, rules: ShiftRules): Promise<void> {
    await tx.run(
      `insert into volunteers.shift_rules (event_id, rest_minutes, day_minutes, demanding_in_row) values ($1, $2, $3, $4)
       on conflict (event_id) do update set rest_minutes = excluded.rest_minutes, day_minutes = excluded.day_minutes, demanding_in_row = excluded.demanding_in_row`,
      [eventId, rules.restMinutes, rules.dayMinutes, rules.demandingInRow],
    );
  }
}
