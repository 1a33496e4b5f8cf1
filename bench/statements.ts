import { createHash } from 'node:crypto';
import { type Id, money, newId, newReference } from '#kernel';
import { pledgeCommitted } from '#ledger';
import { EVENT } from './database.js';

/** What floor and reference send: the product's own rows, in one round trip. */
export const GIVE_SUPPORT = 'select proposals.give_support($1, $2, $3, $4) as outcome';

export const LIST = `select p.id, p.title, p.state, p.cost_minor, p.currency, p.published_at, t.supports, t.comments, mine.account_id is not null as supported
  from proposals.tally t join proposals.proposal p on p.event_id = t.event_id and p.id = t.proposal_id
  left join proposals.support mine on mine.proposal_id = t.proposal_id and mine.account_id = $2
  where t.event_id = $1 and t.listed order by t.supports desc, t.proposal_id desc limit 25`;

/** The product's own statement: place, pledge, memo entry, fact, audit line and job in one round trip. */
export const MAKE_PLEDGE = `select * from pledges.make_pledge(${Array.from({ length: 26 }, (_, i) => `$${i + 1}`).join(', ')})`;

export interface PledgeOfBench {
  campaign: string;
  tier: string;
  backer: string;
  key: string;
  pence: number;
}

/** What goes into it for one pledge of a member by card. */
export function pledgeValues({ campaign, tier, backer, key, pence }: PledgeOfBench): unknown[] {
  const id = newId();
  const hash = createHash('sha256').update(`${campaign} ${tier} ${pence}`).digest();
  const { lines } = pledgeCommitted({ eventId: EVENT.id as Id<'event'>, on: '', id, amount: money(BigInt(pence), 'GBP') });
  return [
    ...[id, campaign, tier, backer, key, hash, newReference(), 'card', pence, 0, 'GBP', 'public', null, null, null, new Date()],
    ...[newId(), newId(), newId(), newId(), backer, 'bench'],
    ...[lines.map((l) => l.account), lines.map((l) => l.commodity), lines.map((l) => l.debit ?? 0n), lines.map((l) => l.credit ?? 0n)],
  ];
}
