import { Injectable } from '@nestjs/common';
import { AsksThat, type Check, type Db } from '#platform';

@Injectable()
@AsksThat('I2', 'each chain of commitments is unbroken from the frozen rules on, and holds every counted receipt')
export class ChainsHold implements Check {
  violations(db: Db): Promise<object[]> {
    return db.query(
      `select s.ballot_id, s.position, 'broken link' as fault from (
         select ballot_id, position, hash, commitment, lag(hash) over w as before, lag(position) over w as previous from voting.seal window w as (partition by ballot_id order by position)
       ) s join voting.ballot b on b.id = s.ballot_id
       where s.hash <> sha256(coalesce(s.before, b.rules_hash) || s.commitment) or s.position <> coalesce(s.previous, 0) + 1
       union all
       select v.ballot_id, null, 'counted ballot without a seal' from voting.vote v
       where v.commitment is not null
         and not exists (select from voting.seal s where s.ballot_id = v.ballot_id and s.receipt_hash = v.receipt_hash and s.commitment = v.commitment)
         and not exists (select from voting.unsealed u where u.ballot_id = v.ballot_id and u.receipt_hash = v.receipt_hash)`,
    );
  }
}
