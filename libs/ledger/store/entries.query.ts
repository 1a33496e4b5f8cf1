import type { Id } from '#kernel';
import type { Db } from '#platform';

export interface EntryRow {
  id: Id<'journal entry'>;
  booked_on: string;
  posted_at: Date;
  text: string;
  source_kind: string;
  source_id: string;
  reverses: Id<'journal entry'> | null;
  reversed_by: Id<'journal entry'> | null;
  /** Position in the chain; null while it waits for its seal. */
  sequence: bigint | null;
  lines: { account: string; commodity: string; debit: string; credit: string; budget_line: string | null }[];
}

const COLUMNS = `e.id, e.booked_on, e.posted_at, e.text, e.source_kind, e.source_id, e.reverses, r.id as reversed_by, s.sequence,
  (select json_agg(json_build_object('account', l.account, 'commodity', l.commodity, 'debit', l.debit_minor::text, 'credit', l.credit_minor::text, 'budget_line', l.budget_line_id) order by l.line_no)
   from ledger.journal_line l where l.event_id = e.event_id and l.entry_id = e.id) as lines`;
const FROM = `ledger.journal_entry e
  left join ledger.journal_entry r on r.event_id = e.event_id and r.reverses = e.id
  left join ledger.seal s on s.event_id = e.event_id and s.entry_id = e.id`;

export interface EntryFilter {
  account: string | null;
  /** Entries that touch one of these are left out. */
  without: readonly string[];
  limit: number;
  /** Day and id of the last entry shown. */
  before: readonly [string, string];
}

/** Newest days first. */
export const listEntries = (db: Db, eventId: Id<'event'>, { account, without, limit, before }: EntryFilter): Promise<EntryRow[]> =>
  db.query<EntryRow>(
    `select ${COLUMNS} from ${FROM} where e.event_id = $1 and (e.booked_on, e.id) < ($2::date, $3::uuid)
       and ($4::text is null or exists (select from ledger.journal_line a where a.event_id = e.event_id and a.entry_id = e.id and a.account = $4))
       and not exists (select from ledger.journal_line h where h.event_id = e.event_id and h.entry_id = e.id and h.account = any($6::text[]))
     order by e.booked_on desc, e.id desc limit $5`,
    [eventId, ...before, account, limit, without],
  );

export const oneEntry = (db: Db, eventId: Id<'event'>, id: Id<'journal entry'>): Promise<EntryRow | undefined> =>
  db.maybe<EntryRow>(`select ${COLUMNS} from ${FROM} where e.event_id = $1 and e.id = $2`, [eventId, id]);

/** The whole journal in the order of its days, for exports. */
export const wholeJournal = (db: Db, eventId: Id<'event'>): Promise<EntryRow[]> =>
  db.query<EntryRow>(`select ${COLUMNS} from ${FROM} where e.event_id = $1 order by e.booked_on, s.sequence nulls last, e.id`, [eventId]);
