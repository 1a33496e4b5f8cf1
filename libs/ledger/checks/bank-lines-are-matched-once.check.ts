import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('I10', 'each bank line is matched at most once, to the cent, and what was expected is settled by exactly its matches')
export class BankLinesAreMatchedOnce implements Check {
  async violations(db: Db): Promise<object[]> {
    const lines = await db.query<object>(
      `select l.event_id, l.id as line_id, l.state, l.amount_minor::text as amount, count(m.id)::int as matches, coalesce(sum(p.parts), 0)::text as parts, coalesce(sum(b.bank), 0)::text as booked
       from ledger.statement_line l
       left join ledger.match m on m.event_id = l.event_id and m.statement_line_id = l.id and m.undone_at is null
       left join lateral (select sum(amount_minor) as parts from ledger.match_part where event_id = m.event_id and match_id = m.id) p on true
       left join lateral (select sum(debit_minor - credit_minor) as bank from ledger.journal_line where event_id = m.event_id and entry_id = m.entry_id and account = l.account) b on true
       group by l.event_id, l.id
       having count(m.id) <> (case when l.state = 'matched' then 1 else 0 end)
         or (l.state = 'matched' and (sum(p.parts) <> l.amount_minor or sum(b.bank) <> l.amount_minor))`,
    );
    const items = await db.query<object>(
      `select i.event_id, i.id as open_item_id, i.state, i.settled_minor::text as settled, coalesce(s.minor, 0)::text as matched from ledger.open_item i
       left join lateral (
         select sum(abs(p.amount_minor)) as minor from ledger.match_part p join ledger.match m on m.event_id = p.event_id and m.id = p.match_id and m.undone_at is null
         where p.event_id = i.event_id and p.open_item_id = i.id
       ) s on true
       where i.settled_minor <> coalesce(s.minor, 0)`,
    );
    return [...lines, ...items];
  }
}
