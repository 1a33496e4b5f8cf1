import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import type { ModeratedKind } from '../domain/moderation.js';

export interface CaseRow {
  id: string;
  event_id: string | null;
  subject_kind: ModeratedKind;
  subject_id: string;
  state: 'queued' | 'hidden' | 'restored';
  hidden_by_reports: boolean;
  opened_at: Date;
  decided_at: Date | null;
  reason: string | null;
}

const COLUMNS = 'id, event_id, subject_kind, subject_id, state, hidden_by_reports, opened_at, decided_at, reason';

/** Reports, and what moderators made of them. */
@Injectable()
export class ModerationStore {
  /** The case of a subject, opened if need be and locked: reports of one subject are weighed one after the other. */
  async openCase(tx: Tx, id: string, eventId: string | null, kind: ModeratedKind, subjectId: string): Promise<CaseRow> {
    await tx.run(
      `insert into events.moderation_case (id, event_id, subject_kind, subject_id, state, opened_at) values ($1, $2, $3, $4, 'queued', $5)
       on conflict on constraint moderation_case_once do nothing`,
      [id, eventId, kind, subjectId, tx.now],
    );
    return tx.one<CaseRow>(`select ${COLUMNS} from events.moderation_case where subject_kind = $1 and subject_id = $2 for update`, [
      kind,
      subjectId,
    ]);
  }

  lockCase(tx: Tx, eventId: string | null, id: string): Promise<CaseRow | undefined> {
    return tx.maybe<CaseRow>(
      `select ${COLUMNS} from events.moderation_case where id = $1 and event_id is not distinct from $2::uuid for update`,
      [id, eventId],
    );
  }

  async addReport(tx: Tx, caseId: string, report: { reporterId: string; reason: string; note: string; weighs: boolean }): Promise<boolean> {
    const added = await tx.run(
      'insert into events.report (case_id, reporter_id, reason, note, weighs, at) values ($1, $2, $3, $4, $5, $6) on conflict on constraint report_once do nothing',
      [caseId, report.reporterId, report.reason, report.note, report.weighs, tx.now],
    );
    return added === 1;
  }

  async weighing(tx: Tx, caseId: string): Promise<number> {
    return (await tx.one<{ n: number }>('select count(*)::int as n from events.report where case_id = $1 and weighs', [caseId])).n;
  }

  /** Hidden by number: a person has still to decide. */
  hideByReports(tx: Tx, caseId: string): Promise<number> {
    return tx.run(`update events.moderation_case set state = 'hidden', hidden_by_reports = true where id = $1 and state = 'queued'`, [
      caseId,
    ]);
  }

  decide(tx: Tx, caseId: string, to: 'hidden' | 'restored', by: string, reason: string): Promise<number> {
    return tx.run(
      `update events.moderation_case set state = $2, hidden_by_reports = false, decided_at = $3, decided_by = $4, reason = $5 where id = $1`,
      [caseId, to, tx.now, by, reason],
    );
  }

  list(db: Db, eventId: string | null, after: string | null, limit: number): Promise<CaseRow[]> {
    return db.query<CaseRow>(
      `select ${COLUMNS} from events.moderation_case where event_id is not distinct from $1::uuid and ($2::uuid is null or id > $2)
       order by id limit $3`,
      [eventId, after, limit],
    );
  }

  reasons(db: Db, caseIds: readonly string[]): Promise<{ case_id: string; reason: string; count: number }[]> {
    return db.query(
      'select case_id, reason, count(*)::int as count from events.report where case_id = any($1::uuid[]) group by case_id, reason order by reason',
      [caseIds],
    );
  }

  /**
   * Since when the reporter's mail address has been confirmed. Read from the accounts schema: the door has no such question, and
   * how long an account has been confirmed is no personal data.
   */
  async confirmedAt(db: Db, accountId: string): Promise<Date | null> {
    return (
      (await db.maybe<{ confirmed_at: Date | null }>('select confirmed_at from accounts.account where id = $1', [accountId]))
        ?.confirmed_at ?? null
    );
  }
}
