import type { Db } from '#platform';

export interface AuditRow {
  id: string;
  at: Date;
  actorId: string | null;
  requestId: string;
  eventId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  from: string | null;
  to: string | null;
  reason: string | null;
  details: object;
}

export interface AuditFilter {
  /** Null = of the whole installation. */
  eventId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  actorId: string | null;
}

const COLUMNS = `id, at, actor_id as "actorId", request_id as "requestId", event_id as "eventId", action, subject_kind as "subjectKind", subject_id as "subjectId",
  from_state as "from", to_state as "to", reason, details`;

/** What was done, newest first. */
export function auditRows(db: Db, filter: AuditFilter, after: string | null, limit: number): Promise<AuditRow[]> {
  const rest = `($2::text is null or subject_kind = $2) and ($3::text is null or subject_id = $3) and ($4::uuid is null or actor_id = $4)
    and ($5::uuid is null or id < $5) order by id desc limit $6`;
  const values = [filter.subjectKind, filter.subjectId, filter.actorId, after, limit];
  return filter.eventId === null
    ? db.query(`select ${COLUMNS} from platform.audit_entry where $1::uuid is null and ${rest}`, [null, ...values])
    : db.query(`select ${COLUMNS} from platform.audit_entry where event_id = $1 and ${rest}`, [filter.eventId, ...values]);
}
