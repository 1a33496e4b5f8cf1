/** What floor and reference send: the product's own rows, in one round trip. */
export const GIVE_SUPPORT = 'select proposals.give_support($1, $2, $3, $4) as outcome';

export const LIST = `select p.id, p.title, p.state, p.cost_minor, p.currency, p.published_at, t.supports, t.comments, mine.account_id is not null as supported
  from proposals.tally t join proposals.proposal p on p.event_id = t.event_id and p.id = t.proposal_id
  left join proposals.support mine on mine.proposal_id = t.proposal_id and mine.account_id = $2
  where t.event_id = $1 and t.listed order by t.supports desc, t.proposal_id desc limit 25`;
