import { Injectable } from '@nestjs/common';
import { Database, MovingClock, StripeConfig } from '#platform';

export interface Coming {
  at: Date;
  what: string;
}

/** What we wait for ourselves. Retries of many cards fall together: one line tells of the first. */
const OURS = `
  select deadline_at as at, format('The campaign “%s” ends: pledges are counted, and cards charged if its goal is met', title) as what from pledges.campaign where state = 'live'
  union all select closes_at, format('The vote “%s” closes and is counted', title) from voting.ballot where state = 'open'
  union all select min(next_try_at), 'A declined card is tried again' from pledges.pledge where next_try_at is not null having min(next_try_at) is not null`;

/** What the local Stripe waits for, by its own names. */
const STRIPES: Readonly<Record<string, string>> = {
  available: 'Stripe makes card payments available and pays them out',
  payout_paid: 'A payout arrives at the bank',
  dispute_due: 'The time to answer a dispute is over',
};

/** What will happen by itself, soonest first: the instants that a newcomer wants to move the clock to. */
@Injectable()
export class WhatComesNext {
  constructor(
    private readonly database: Database,
    private readonly clock: MovingClock,
    private readonly stripe: StripeConfig,
  ) {}

  async list(): Promise<Coming[]> {
    const [ours, stripes] = await Promise.all([this.database.query<Coming>(OURS), this.fromStripe()]);
    const now = this.clock.now();
    return [...ours, ...stripes].filter(({ at }) => at > now).sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** A local Stripe that does not answer leaves its part out. */
  private async fromStripe(): Promise<Coming[]> {
    const { apiBase, simulatorToken } = this.stripe;
    if (!apiBase || !simulatorToken) return [];
    try {
      const headers = { authorization: `Bearer ${simulatorToken}` };
      const answer = await fetch(`${apiBase}/_sim/due`, { headers, signal: AbortSignal.timeout(2_000) });
      const { tasks } = (await answer.json()) as { tasks: { at: number; kind: string }[] };
      return tasks.flatMap(({ at, kind }) => (STRIPES[kind] ? [{ at: new Date(at), what: STRIPES[kind] }] : []));
    } catch {
      return [];
    }
  }
}
