import type { Id } from '#kernel';
import type { Db } from '#platform';

export interface BudgetRow {
  id: Id<'budget line'>;
  name: string;
  why: string;
  account: string;
  source_kind: string;
  source_id: string;
  ballot_id: string | null;
  currency: string;
  planned_minor: bigint;
  met_in_kind_minor: bigint;
  /** Approved and not yet paid. */
  committed_minor: bigint;
  /** Booked as an expense of this line, whether paid or owed; gifts in kind apart. */
  booked_minor: bigint;
}

/** Every line with its four numbers (BUD-1), in one statement. */
export const budgetAgainstActual = (db: Db, eventId: Id<'event'>): Promise<BudgetRow[]> =>
  db.query<BudgetRow>(
    `select l.id, l.name, l.why, l.account, l.source_kind, l.source_id, l.ballot_id, p.currency, p.planned_minor,
       coalesce(k.minor, 0)::bigint as met_in_kind_minor, coalesce(x.minor, 0)::bigint as committed_minor, coalesce(j.minor, 0)::bigint as booked_minor
     from ledger.budget_line l
     join lateral (select planned_minor, currency from ledger.budget_plan where event_id = l.event_id and budget_line_id = l.id order by version desc limit 1) p on true
     left join (select budget_line_id, sum(amount_minor) as minor from ledger.need_met_in_kind where event_id = $1 group by 1) k on k.budget_line_id = l.id
     left join (select budget_line_id, sum(amount_minor) as minor from ledger.expense where event_id = $1 and state = 'approved' group by 1) x on x.budget_line_id = l.id
     left join (
       select budget_line_id, sum(debit_minor - credit_minor) as minor from ledger.journal_line
       where event_id = $1 and budget_line_id is not null and account like 'Expenses:%' and account not like 'Expenses:InKind:%' group by 1
     ) j on j.budget_line_id = l.id
     where l.event_id = $1 order by l.added_at, l.id`,
    [eventId],
  );
