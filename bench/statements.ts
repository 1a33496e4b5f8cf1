import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Id, money, newId, newReference } from '#kernel';
import { pledgeCommitted } from '#ledger';
import { Db } from '#platform';
import { type NewPledge, makePledge } from '../libs/pledges/store/make-pledge.statement.js';
import type { Cast } from '../libs/voting/store/votes.store.js';
import { CAMPAIGN, EVENT } from './database.js';

/** What floor and reference send: the product's own rows, in one round trip. */
export const GIVE_SUPPORT = 'select proposals.give_support($1, $2, $3, $4) as outcome';

export const LIST = `select p.id, p.title, p.state, p.cost_minor, p.currency, p.published_at, t.supports, t.comments, mine.account_id is not null as supported
  from proposals.tally t join proposals.proposal p on p.event_id = t.event_id and p.id = t.proposal_id
  left join proposals.support mine on mine.proposal_id = t.proposal_id and mine.account_id = $2
  where t.event_id = $1 and t.listed order by t.supports desc, t.proposal_id desc limit 25`;

/** What was counted, as it is kept. */
export const RESULT = `select document, encode(document_hash, 'hex') as hash, counted_at from voting.result where ballot_id = $1`;

/** A bare pool, as far as the product's statements ask for one. */
export class Bare extends Db {
  constructor(private readonly pool: pg.Pool) {
    super();
  }

  protected withExecutor<T>(work: (executor: pg.Pool) => Promise<T>): Promise<T> {
    return work(this.pool);
  }
}

/** The hot row of the floor: the current vote of a person and, in the same statement, the counter of what they voted for. */
export const VOTE_WITH_COUNTER = `with given as (insert into bench.vote as v (account_id, proposal_id) values ($1, $2)
    on conflict (account_id) do update set proposal_id = excluded.proposal_id, version = v.version + 1)
  update bench.tally set votes = votes + 1 where proposal_id = $2`;

/** A ballot with this choice, as the product writes it down. */
export function castOfBench(poll: string, account: string, choices: readonly number[]): Cast & { now: Date } {
  const receipt = randomBytes(16).toString('hex');
  const hash = createHash('sha256').update(receipt).digest('hex');
  return {
    ...{ ballotId: poll, eventId: EVENT.id, by: { accountId: account }, voteId: randomUUID() },
    ...{ ballot: { choices, points: null, reason: null }, receipt, receiptHash: hash, commitment: hash },
    ...{ network: null, device: null, now: new Date() },
  };
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
