import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import { type Db, refusingOn, type Tx } from '#platform';
import type { HoursState } from '../domain/hours.js';
import { refuse } from '../domain/volunteers.refusals.js';

export interface HoursRow {
  id: Id<'hours'>;
  personId: string;
  workedOn: string;
  minutes: number;
  activity: string;
  cardId: string | null;
  shiftId: string | null;
  state: HoursState;
  decidedBy: string | null;
  reason: string | null;
}

export type NewHours = Pick<HoursRow, 'workedOn' | 'minutes' | 'activity' | 'cardId' | 'shiftId'>;

const HOURS = `select id, person_id as "personId", worked_on as "workedOn", minutes, activity, card_id as "cardId", shift_id as "shiftId", state,
  decided_by as "decidedBy", reason from volunteers.hours where event_id = $1`;

@Injectable()
export class HoursStore {
  page(
    db: Db,
    eventId: string,
    only: { state: string | null; personId: string | null },
    after: string | null,
    limit: number,
  ): Promise<HoursRow[]> {
    return db.query(
      `${HOURS} and ($2::text is null or state = $2) and ($3::uuid is null or person_id = $3) and ($4::uuid is null or id < $4) order by id desc limit $5`,
      [eventId, only.state, only.personId, after, limit],
    );
  }

  byId(db: Db, eventId: string, id: string): Promise<HoursRow | undefined> {
    return db.maybe(`${HOURS} and id = $2`, [eventId, id]);
  }

  async lock(tx: Tx, eventId: string, id: string): Promise<HoursRow> {
    const row = await tx.maybe<HoursRow>(`${HOURS} and id = $2 for update`, [eventId, id]);
    if (!row) throw refuse.NO_SUCH_THING_HERE();
    return row;
  }

  async add(tx: Tx, eventId: string, personId: string, hours: NewHours): Promise<Id<'hours'>> {
    const id = newId<'hours'>();
    const constraints = {
      hours_once_a_shift: () => refuse.HOURS_ALREADY_LOGGED(),
      hours_card: () => refuse.NO_SUCH_THING_HERE(),
      hours_shift: () => refuse.NO_SUCH_THING_HERE(),
    };
    await refusingOn(constraints, () =>
      tx.run(
        `insert into volunteers.hours (id, event_id, person_id, worked_on, minutes, activity, card_id, shift_id, state, logged_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'logged', $9)`,
        [id, eventId, personId, hours.workedOn, hours.minutes, hours.activity, hours.cardId, hours.shiftId, tx.now],
      ),
    );
    return id;
  }

  async decide(tx: Tx, eventId: string, id: string, to: HoursState, by: string, reason: string | null): Promise<void> {
    const decided = await refusingOn({ hours_not_confirmed_by_oneself: () => refuse.NOT_YOUR_OWN_HOURS() }, () =>
      tx.run(
        `update volunteers.hours set state = $3, decided_by = $4, decided_at = $5, reason = $6 where event_id = $1 and id = $2 and state = 'logged'`,
        [eventId, id, to, by, tx.now, reason],
      ),
    );
    if (decided === 0) throw refuse.HOURS_DECIDED_MEANWHILE();
  }

  async wish(tx: Tx, eventId: string, personId: string, wish: { named: boolean; valued: boolean }): Promise<void> {
    await tx.run(
      `insert into volunteers.hours_wish (event_id, person_id, named, valued) values ($1, $2, $3, $4)
       on conflict on constraint hours_wish_once do update set named = excluded.named, valued = excluded.valued`,
      [eventId, personId, wish.named, wish.valued],
    );
  }

  async setRate(tx: Tx, eventId: string, rate: { minor: bigint; currency: string; source: string }): Promise<void> {
    await tx.run(
      `insert into volunteers.hour_rate (event_id, rate_minor, currency, source) values ($1, $2, $3, $4)
       on conflict (event_id) do update set rate_minor = excluded.rate_minor, source = excluded.source`,
      [eventId, rate.minor, rate.currency, rate.source],
    );
  }
}
