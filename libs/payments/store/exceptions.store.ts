import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { Db, Tx } from '#platform';

export interface ExceptionRow {
  id: string;
  kind: string;
  subject: string;
  details: object;
  /** What was being paid for, where that is known. */
  source_id: string | null;
  found_at: Date;
}

/** What did not fit and waits for a person (CHG-3). */
@Injectable()
export class ExceptionsStore {
  async found(tx: Tx, what: { eventId: string | null; kind: string; subject: string; details: object }): Promise<void> {
    await tx.run(
      'insert into payments.exception (id, event_id, kind, subject, details, found_at) values ($1, $2, $3, $4, $5, $6) on conflict on constraint exception_once do nothing',
      [newId(), what.eventId, what.kind, what.subject, JSON.stringify(what.details), tx.now],
    );
  }

  open(db: Db, eventId: string): Promise<ExceptionRow[]> {
    return db.query(
      `select id, kind, subject, details, case when kind in ('charge differs', 'second payment') then (details ->> 'source')::uuid end as source_id, found_at
       from payments.exception where event_id = $1 and closed_at is null order by found_at desc limit 100`,
      [eventId],
    );
  }
}
