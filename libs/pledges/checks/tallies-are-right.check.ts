import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('I5', 'the figures of every campaign are what its pledges add up to')
export class TalliesAreRight implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select coalesce(k.campaign_id, r.campaign_id) as campaign, coalesce(k.state, r.state) as state, k.amount::text as kept, r.amount::text as real, k.pledges as kept_pledges, r.pledges as real_pledges
       from (select campaign_id, state, sum(amount_minor) as amount, sum(pledges)::int as pledges from
              (select campaign_id, state, amount_minor, pledges from pledges.tally union all select campaign_id, state, amount_minor, pledges from pledges.tally_delta) t
              group by 1, 2 having sum(pledges) <> 0 or sum(amount_minor) <> 0) k
       full join (select campaign_id, state, sum(amount_minor) as amount, count(*)::int as pledges from pledges.pledge where state not in ('draft', 'reserved') group by 1, 2) r using (campaign_id, state)
       where k.amount is distinct from r.amount or k.pledges is distinct from r.pledges limit 50`,
    );
  }
}
