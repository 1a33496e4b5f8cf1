import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('PRP-6', 'the cost of a proposal equals the sum of its lines, in the currency of its event')
export class CostsEqualTheirLines implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select p.id as proposal_id, p.cost_minor::text as cost, sum(case l.kind when 'expense' then 1 else -1 end * l.quantity * l.unit_minor)::text as lines
       from proposals.proposal p join proposals.cost_line l on l.event_id = p.event_id and l.proposal_id = p.id
       group by p.id having p.cost_minor <> sum(case l.kind when 'expense' then 1 else -1 end * l.quantity * l.unit_minor) or bool_or(l.currency <> p.currency)`,
    );
  }
}
