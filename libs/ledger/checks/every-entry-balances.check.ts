import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('I1', 'every journal entry has at least two lines, and its debits equal its credits in each commodity')
export class EveryEntryBalances implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select e.event_id, e.id as entry_id, l.commodity, count(l.line_no)::int as lines, sum(l.debit_minor - l.credit_minor)::text as difference
       from ledger.journal_entry e left join ledger.journal_line l on l.event_id = e.event_id and l.entry_id = e.id
       group by e.event_id, e.id, l.commodity, e.line_count
       having count(l.line_no) = 0 or sum(l.debit_minor) <> sum(l.credit_minor)
         or (select count(*) from ledger.journal_line a where a.event_id = e.event_id and a.entry_id = e.id) <> e.line_count`,
    );
  }
}

@Injectable()
@AsksThat('I1', 'the kept daily sums are those of the sealed lines')
export class DailySumsAreThoseOfTheLines implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `with journal as (
         select l.event_id, l.account, l.commodity, e.booked_on, sum(l.debit_minor) as debit, sum(l.credit_minor) as credit
         from ledger.seal s join ledger.journal_entry e on e.event_id = s.event_id and e.id = s.entry_id
         join ledger.journal_line l on l.event_id = e.event_id and l.entry_id = e.id group by 1, 2, 3, 4
       )
       select coalesce(j.event_id, t.event_id) as event_id, coalesce(j.account, t.account) as account, j.debit::text as journal_debit, t.debit_minor::text as kept_debit,
         j.credit::text as journal_credit, t.credit_minor::text as kept_credit
       from journal j full join ledger.daily_turnover t
         on t.event_id = j.event_id and t.account = j.account and t.commodity = j.commodity and t.booked_on = j.booked_on
       where j.debit is distinct from t.debit_minor or j.credit is distinct from t.credit_minor`,
    );
  }
}
