import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('JRN-6', 'what is owed for expenses is exactly the approved expenses that are not paid')
export class PayableIsUnpaidExpenses implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `with owed as (
         select event_id, commodity as currency, sum(credit_minor - debit_minor) as minor from ledger.journal_line
         where account = 'Liabilities:Payable:Expenses' group by 1, 2
       ), unpaid as (
         select event_id, currency::text as currency, sum(amount_minor) as minor from ledger.expense where state = 'approved' group by 1, 2
       )
       select coalesce(o.event_id, u.event_id) as event_id, coalesce(o.currency, u.currency) as currency,
         coalesce(o.minor, 0)::text as owed, coalesce(u.minor, 0)::text as unpaid
       from owed o full join unpaid u on u.event_id = o.event_id and u.currency = o.currency
       where coalesce(o.minor, 0) <> coalesce(u.minor, 0)`,
    );
  }
}

@Injectable()
@AsksThat('JRN-8', 'money held for others is there: at the bank, in cash, at the processor or on its way')
export class MoneyHeldForOthersIsThere implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select event_id, commodity, held::text, at_hand::text from (
         select event_id, commodity,
           sum(credit_minor - debit_minor) filter (where account in ('Liabilities:ConditionalPledges', 'Liabilities:RefundsPending', 'Liabilities:Deferred:Tickets')) as held,
           coalesce(sum(debit_minor - credit_minor) filter (where account ~ '^Assets:(Bank|Cash|Stripe):'), 0) as at_hand
         from ledger.journal_line group by 1, 2
       ) b where held > 0 and held > at_hand`,
    );
  }
}
