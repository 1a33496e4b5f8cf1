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
 * Whether somebody voted is known from their ballot while a vote is open and from the turnout afterwards,
 * which is kept of votes with enough voters; what they chose is not asked.
 */
export function myBallots(db: Db, accountId: string, now: Date): Promise<MyBallotRow[]> {
  return db.query<MyBallotRow>(
    `with open as (
       select b.id, exists (select from voting.vote v where v.ballot_id = b.id and v.account_id = $1) as voted from voting.ballot b
       where b.state = 'open' and b.closes_at > $2 and (exists (select from voting.elector e where e.ballot_id = b.id and e.account_id = $1)
         or (b.late_joiners = 'admitted' and 'everyone' = any (b.admits)))
     ), over as (select t.ballot_id as id, true as voted from voting.turnout t where t.account_id = $1)
     select b.id, b.event_id, b.title, b.state, b.closes_at, mine.voted
     from (select * from open union all select * from over) mine join voting.ballot b on b.id = mine.id
     order by b.state = 'open' desc, case when b.state = 'open' then b.closes_at end, b.closes_at desc, b.id limit ${MOST}`,
    [accountId, now],
  );
}
