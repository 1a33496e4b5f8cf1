import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('I5', 'one support per person and proposal, and the number shown with what waits to be folded equals their count')
export class ProposalTalliesEqualSupports implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select t.proposal_id, t.supports as shown, coalesce(d.waiting, 0)::int as waiting, coalesce(s.counted, 0)::int as counted from proposals.tally t
       left join (select proposal_id, count(*) as counted from proposals.support group by proposal_id) s on s.proposal_id = t.proposal_id
       left join (select proposal_id, sum(supports) as waiting from proposals.tally_delta group by proposal_id) d on d.proposal_id = t.proposal_id
       where t.supports + coalesce(d.waiting, 0) <> coalesce(s.counted, 0)`,
    );
  }
}
