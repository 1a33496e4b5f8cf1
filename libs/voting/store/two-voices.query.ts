import type { Db } from '#platform';

export interface VotedProposal {
  proposal_id: string;
  title: string;
  votes: number;
}

/** The vote over proposals of an event that was counted last. Those that rank give nobody a number of votes. */
export async function lastCountedVote(db: Db, eventId: string): Promise<string | undefined> {
  const row = await db.maybe<{ id: string }>(
    `select b.id from voting.ballot b where b.event_id = $1 and b.state in ('closed', 'published') and b.method not in ('ranked', 'ordinal', 'consent', 'dates')
       and exists (select from voting.ballot_option o where o.event_id = $1 and o.ballot_id = b.id and o.proposal_id is not null) order by b.closed_at desc, b.id desc limit 1`,
    [eventId],
  );
  return row?.id;
}

/** How many people chose each proposal of a counted vote, in lot order. What a file lists with no points is not chosen. */
export function votesByProposal(db: Db, eventId: string, ballotId: string): Promise<VotedProposal[]> {
  return db.query<VotedProposal>(
    `select o.proposal_id, o.title, coalesce(t.votes, 0)::int as votes from voting.ballot_option o
       left join (select c.position, count(*) as votes from voting.vote v cross join unnest(v.choices, v.points) as c (position, points)
         where v.ballot_id = $2 and v.set_aside is null and c.points is distinct from 0 group by c.position) t on t.position = o.position
     where o.event_id = $1 and o.ballot_id = $2 and o.proposal_id is not null and o.withdrawn_at is null order by o.position`,
    [eventId, ballotId],
  );
}
