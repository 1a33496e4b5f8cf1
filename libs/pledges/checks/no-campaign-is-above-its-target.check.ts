import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

const ENDED = `('withdrawn', 'released', 'expired', 'lapsed', 'charged_back')`;

@Injectable()
@AsksThat('PBG-5', 'no campaign is promised more than its target, and nobody has promised more than its cap')
export class NoCampaignIsAboveItsTarget implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select c.id as campaign, c.target_minor::text as target, c.backer_cap_minor::text as cap, p.promised::text as promised, p.most::text as most_of_one from pledges.campaign c
       join lateral (
         select sum(own) as promised, max(own) as most from (
           select sum(greatest(amount_minor, raising_to_minor)) as own from pledges.pledge where campaign_id = c.id and state not in ${ENDED} group by backer_id) b
       ) p on true
       where p.promised > c.target_minor or p.most > c.backer_cap_minor limit 50`,
    );
  }
}
