import type { Db } from '#platform';

export interface PersonHours {
  personId: string;
  confirmedMinutes: number;
  waitingMinutes: number;
  named: boolean;
  valued: boolean;
}

/** Hours per person with what each wishes, most confirmed first. */
export function hoursByPerson(db: Db, eventId: string): Promise<PersonHours[]> {
  return db.query(
    `select h.person_id as "personId", coalesce(w.named, true) as named, coalesce(w.valued, true) as valued,
            coalesce(sum(h.minutes) filter (where h.state = 'confirmed'), 0)::int as "confirmedMinutes",
            coalesce(sum(h.minutes) filter (where h.state = 'logged'), 0)::int as "waitingMinutes"
       from volunteers.hours h left join volunteers.hours_wish w on w.event_id = h.event_id and w.person_id = h.person_id
      where h.event_id = $1 and h.state <> 'rejected'
      group by h.person_id, w.named, w.valued order by 4 desc, h.person_id`,
    [eventId],
  );
}

export function hourRate(db: Db, eventId: string): Promise<{ rateMinor: bigint; currency: string; source: string } | undefined> {
  return db.maybe('select rate_minor as "rateMinor", currency, source from volunteers.hour_rate where event_id = $1', [eventId]);
}
