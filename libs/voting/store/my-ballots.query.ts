import type { Id } from '#kernel';
import type { Db } from '#platform';
import type { BallotState } from '../rules/ballot.js';

export interface MyBallotRow {
  id: string;
  event_id: Id<'event'>;
  title: string;
  state: BallotState;
  closes_at: Date;
  voted: boolean;
}

const MOST = 100;

/**
 * The votes of one person: open ones in which they may cast, the first to close first, then those they took part in, the latest first.
 * They may cast when they stand in the electorate, or when late joiners are admitted and they meet a condition now: `backed` are the events
 * in which they are a backer. Whether somebody voted is known from their ballot while a vote is open and from the turnout afterwards,
 * which is kept of votes with enough voters; what they chose is not asked.
 */
export function myBallots(db: Db, accountId: string, backed: readonly string[], now: Date): Promise<MyBallotRow[]> {
  return db.query<MyBallotRow>(
    `with me as (select email_key from accounts.account where id = $1 and confirmed_at is not null and suspended_at is null and erased_at is null),
     open as (
       select b.id, exists (select from voting.vote v where v.ballot_id = b.id and v.account_id = $1) as voted from voting.ballot b
       where b.state = 'open' and b.closes_at > $2 and (exists (select from voting.elector e where e.ballot_id = b.id and e.account_id = $1)
         or (b.late_joiners = 'admitted' and exists (select from me where 'everyone' = any (b.admits)
           or ('backers' = any (b.admits) and b.event_id = any ($3::uuid[]))
           or ('invited' = any (b.admits) and exists (select from voting.invited i
             where i.ballot_id = b.id and i.address_hash = sha256(convert_to(b.id::text || ':' || me.email_key, 'UTF8')))))))
     ), over as (select t.ballot_id as id, true as voted from voting.turnout t where t.account_id = $1)
     select b.id, b.event_id, b.title, b.state, b.closes_at, mine.voted
     from (select * from open union all select * from over) mine join voting.ballot b on b.id = mine.id
     order by b.state = 'open' desc, case when b.state = 'open' then b.closes_at end, b.closes_at desc, b.id limit ${MOST}`,
    [accountId, now, backed],
  );
}
