import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';
import { FEWEST_TO_PUBLISH } from '../rules/ballot.js';

@Injectable()
@AsksThat('I5', 'one ballot per person and vote, only of electors, and no more ballots than people who voted and codes that were used')
export class OneBallotPerPerson implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select v.ballot_id, v.account_id::text as account_id, count(*)::int as ballots, 'more than one ballot' as fault from voting.vote v
         where v.account_id is not null group by 1, 2 having count(*) > 1
       union all
       select v.ballot_id, v.account_id::text, 1, 'not an elector' from voting.vote v
         where v.account_id is not null and not exists (select from voting.elector e where e.ballot_id = v.ballot_id and e.account_id = v.account_id)
       union all
       select v.ballot_id, null, count(*)::int, 'more ballots than codes used' from voting.vote v
         where v.code_serial is not null group by v.ballot_id
         having count(*) <> (select count(*) from voting.paper_code c where c.ballot_id = v.ballot_id and c.state in ('online', 'paper'))
       union all
       select b.id, null, n.votes, 'ballots differ from turnout' from voting.ballot b
         cross join lateral (select (select count(*)::int from voting.vote v where v.ballot_id = b.id) as votes,
           (select count(*)::int from voting.turnout t where t.ballot_id = b.id) as people,
           (select count(*)::int from voting.paper_code c where c.ballot_id = b.id and c.state in ('online', 'paper')) as codes) n
         where b.state in ('closing', 'closed', 'published') and exists (select from voting.elector e where e.ballot_id = b.id)
           -- Where few voted in secret nobody is named.
           and n.people <> case when b.anonymous and n.votes < greatest($1::int, b.quorum) then 0 else n.votes - n.codes end`,
      [FEWEST_TO_PUBLISH],
    );
  }
}
