import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('VOT-7', 'nothing links a person to a choice once a secret vote is closed')
export class ClosedVotesAreSecret implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select b.id as ballot_id, count(*)::int as linked from voting.ballot b join voting.vote v on v.ballot_id = b.id
       where b.anonymous and b.state in ('closing', 'closed', 'published') and (v.account_id is not null or v.receipt_code is not null) group by b.id`,
    );
  }
}
