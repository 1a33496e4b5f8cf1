import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('I3', 'a payment that succeeded has exactly one successful attempt, and refunds and losses within what was paid')
export class SucceededPaymentsAreWhole implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select i.id as payment, i.state, count(a.id) filter (where a.state = 'succeeded')::int as successes, (i.amount_minor - i.refunding_minor - i.lost_minor)::text as left_over
       from payments.payment_intent i left join payments.payment_attempt a on a.intent_id = i.id
       group by i.id
       having count(a.id) filter (where a.state = 'succeeded') <> case when i.state = 'succeeded' then 1 else 0 end or i.amount_minor < i.refunding_minor + i.lost_minor
       limit 50`,
    );
  }
}
