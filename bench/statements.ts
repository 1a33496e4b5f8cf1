import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type Id, money, newId, newReference } from '#kernel';
import { pledgeCommitted } from '#ledger';
import { Db } from '#platform';
import { type NewPledge, makePledge } from '../libs/pledges/store/make-pledge.statement.js';
import { CAMPAIGN, EVENT } from './database.js';

/** What floor and reference send: the product's own rows, in one round trip. */
export const GIVE_SUPPORT = 'select proposals.give_support($1, $2, $3, $4) as outcome';

export const LIST = `select p.id, p.title, p.state, p.cost_minor, p.currency, p.published_at, t.supports, t.comments, mine.account_id is not null as supported
  from proposals.tally t join proposals.proposal p on p.event_id = t.event_id and p.id = t.proposal_id
  left join proposals.support mine on mine.proposal_id = t.proposal_id and mine.account_id = $2
  where t.event_id = $1 and t.listed order by t.supports desc, t.proposal_id desc limit 25`;

/** A bare pool, as far as the product's statements ask for one. */
class Bare extends Db {
  constructor(private readonly pool: pg.Pool) {
    super();
  }

  protected withExecutor<T>(work: (executor: pg.Pool) => Promise<T>): Promise<T> {
    return work(this.pool);
  }
}

export interface PledgeOfBench {
  tier: string;
  backer: string;
  key: string;
  pence: number;
}

/** The product's own statement, whatever it does by now, for one pledge of a member by card. */
export function pledger(pool: pg.Pool): (wish: PledgeOfBench) => Promise<object> {
  const db = new Bare(pool);
  return ({ tier, backer, key, pence }) => {
    const amount = money(BigInt(pence), 'GBP');
    const pledge: NewPledge = {
      id: newId(),
      campaignId: CAMPAIGN,
      tierId: tier,
      backerId: backer,
      clientKey: key,
      requestHash: createHash('sha256').update(`${tier} ${pence}`).digest(),
      reference: newReference(),
      method: 'card',
      amountMinor: amount.minor,
      coverMinor: 0n,
      currency: amount.currency,
      display: 'public',
      organisation: null,
    };
    const memo = pledgeCommitted({ eventId: EVENT.id as Id<'event'>, on: '', id: pledge.id, amount });
    return makePledge(db, pledge, memo, { now: new Date(), actorId: backer });
  };
}
