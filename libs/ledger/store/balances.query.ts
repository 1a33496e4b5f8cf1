import type { Id } from '#kernel';
import type { Db } from '#platform';
import type { Balance } from '../domain/balance.js';
import type { AccountName } from '../domain/chart-of-accounts.js';

/** Sums of sealed days plus the lines that wait for their seal: exact at every commit, and as quick in a long journal as in a short one. */
const TURNOVER = `
  select account, commodity, booked_on, debit_minor, credit_minor from ledger.daily_turnover where event_id = $1
  union all
  select l.account, l.commodity, e.booked_on, l.debit_minor, l.credit_minor from ledger.unsealed u
  join ledger.journal_entry e on e.event_id = u.event_id and e.id = u.entry_id
  join ledger.journal_line l on l.event_id = u.event_id and l.entry_id = u.entry_id where u.event_id = $1`;

/** Total debits and credits of every account and commodity, up to and including a day (`9999-12-31` for all). */
export const trialBalance = (db: Db, eventId: Id<'event'>, asOf = '9999-12-31'): Promise<Balance[]> =>
  db.query<Balance>(
    `select account, commodity, sum(debit_minor)::bigint as debit_minor, sum(credit_minor)::bigint as credit_minor
     from (${TURNOVER}) t where booked_on <= $2 group by account, commodity order by account, commodity`,
    [eventId, asOf],
  );

/** Debits less credits of one account. */
export async function balanceOf(db: Db, eventId: Id<'event'>, account: AccountName, commodity: string): Promise<bigint> {
  const row = await db.one<{ minor: bigint }>(
    `select coalesce(sum(debit_minor - credit_minor), 0)::bigint as minor from (${TURNOVER}) t where account = $2 and commodity = $3`,
    [eventId, account, commodity],
  );
  return row.minor;
}
