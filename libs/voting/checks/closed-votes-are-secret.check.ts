import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('VOT-7', 'nothing links a person to a choice once a secret vote is closed')
export class ClosedVotesAreSecret implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select b.id as ballot_id, count(*)::int as linked, 'a ballot has a person, a code or content that does not count' as fault
         from voting.ballot b join voting.vote v on v.ballot_id = b.id
         where b.anonymous and b.state in ('closing', 'closed', 'published')
           and (v.account_id is not null or v.receipt_code is not null or v.code_serial is not null or (v.set_aside is not null and v.choices <> '{}')) group by b.id
       union all
       select b.id, count(*)::int, 'a trace names a ballot' from voting.ballot b join voting.trace t on t.ballot_id = b.id
         where b.state in ('closing', 'closed', 'published') and t.vote_id is not null group by b.id`,
    );
  }
}
