import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('I5', 'one ballot per person and vote, only of electors, and no more ballots than people who voted')
export class OneBallotPerPerson implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select v.ballot_id, v.account_id::text as account_id, count(*)::int as ballots, 'more than one ballot' as fault from voting.vote v
         where v.account_id is not null group by 1, 2 having count(*) > 1
       union all
       select v.ballot_id, v.account_id::text, 1, 'not an elector' from voting.vote v
         where v.account_id is not null and not exists (select from voting.elector e where e.ballot_id = v.ballot_id and e.account_id = v.account_id)
       union all
       select b.id, null, (select count(*)::int from voting.vote v where v.ballot_id = b.id), 'ballots differ from turnout' from voting.ballot b
         where b.state in ('closing', 'closed', 'published') and exists (select from voting.elector e where e.ballot_id = b.id)
           and (select count(*) from voting.vote v where v.ballot_id = b.id) <> (select count(*) from voting.turnout t where t.ballot_id = b.id)`,
    );
  }
}
