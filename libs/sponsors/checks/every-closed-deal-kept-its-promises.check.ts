import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@AsksThat('SPO-4', 'no deal is fulfilled while one of its benefits is open')
@Injectable()
export class EveryClosedDealKeptItsPromises implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select d.event_id, d.id as deal_id, b.id as benefit_id, b.state from sponsors.deal d
         join sponsors.benefit b on b.event_id = d.event_id and b.deal_id = d.id
        where d.state in ('fulfilled', 'thanked') and b.state not in ('confirmed', 'waived', 'made_good') limit 50`,
    );
  }
}
