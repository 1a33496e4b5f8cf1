import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Api, control, overHttp, payOnPage, stripeBalanceOf } from '#demo';
import { startEmbeddedPostgres } from '#platform';
import type { RunningProduct } from './running.js';

const KEY = 'sk_test_simulator';
const CARD = '4242424242424242';
const MORE_BACKERS = 16;

interface Campaign {
  id: string;
  deadlineAt: string;
  goal: { amount: number };
  progress: { pledged: { amount: { amount: number } } };
}

export interface PaidAtStripe {
  id: string;
  status: string;
  amount_received: number;
  metadata: { wgt_source?: string };
}

/** The demo's live campaign on a product that may be killed: its backers, its deadline, and what Stripe and the books say of it. */
export class RunningCollection {
  private constructor(
    private readonly product: RunningProduct,
    readonly campaign: Campaign,
    readonly sql: pg.Client,
  ) {}

  static async of(product: RunningProduct): Promise<RunningCollection> {
    const { items } = await new Api(overHttp(product.origin)).get<{ items: Campaign[] }>('events/wgt16/campaigns');
    const server = await startEmbeddedPostgres({ dataDir: join(product.dataDir, 'postgres') });
    const sql = new pg.Client(server.url('wegettogether'));
    await sql.connect();
    return new RunningCollection(product, items[0]!, sql);
  }

  /** Guests bring what is missing to the goal, and save good cards. */
  async reachGoal(): Promise<void> {
    const guests = new Api(overHttp(this.product.origin));
    const missing = this.campaign.goal.amount - this.campaign.progress.pledged.amount.amount;
    const amount = Math.max(500, Math.ceil(missing / MORE_BACKERS));
    for (let i = 0; i < MORE_BACKERS; i += 1) {
      const { next } = await guests.post<{ next: { url: string } }>(`campaigns/${this.campaign.id}/pledges`, {
        amount: { amount, currency: 'GBP' },
        method: 'card',
        guest: { name: `Late backer ${i}`, email: `late${i}@backers.example` },
      });
      await payOnPage(this.product.stripe(), await guests.follow(next.url), CARD);
    }
    await this.until('every card is saved', async () => (await this.count(`state in ('draft', 'reserved')`)) === 0);
  }

  /** Moves every clock forward. With `giveUp` a product that dies meanwhile is no failure. */
  async moveTo(instant: Date, { giveUp = false } = {}): Promise<void> {
    const moved = fetch(`${this.product.origin}/dev/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: instant.toISOString() }),
    });
    const status = await moved.then((answer) => answer.status).catch(() => 0);
    if (status !== 200 && !giveUp) throw new Error(`the clock was not moved (${status})`);
  }

  async now(): Promise<Date> {
    const { now } = (await (await fetch(`${this.product.origin}/dev/clock`)).json()) as { now: string };
    return new Date(now);
  }

  /** Stripe takes its time for half of the calls, so that a kill meets charges under way. */
  async slowDown(ms: number): Promise<void> {
    for (const path of ['/v1/payment_intents', '/v1/payment_intents/*'])
      await control(this.product.stripe(), 'faults', { action: 'slow', ms, match: { path, method: 'POST', p: 0.7 } });
  }

  async fullSpeed(): Promise<void> {
    const { base, token } = this.product.stripe();
    await fetch(`${base}/_sim/faults`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
  }

  /** Whether every charge has an outcome. */
  async isOver(): Promise<boolean> {
    const begun = await this.number(
      `select count(*) from pledges.campaign where id = $1 and state not in ('live', 'evaluating', 'succeeded')`,
      [this.campaign.id],
    );
    return begun === 1 && (await this.count(`state = 'collecting'`)) === 0 && (await this.openAttempts()) === 0;
  }

  openAttempts(): Promise<number> {
    return this.number(`select count(*) from payments.payment_attempt where state in ('created', 'submitted', 'processing', 'unknown')`);
  }

  /** How many of the campaign's pledges by card fit the condition. */
  count(condition: string): Promise<number> {
    return this.number(`select count(*) from pledges.pledge where campaign_id = $1 and method = 'card' and ${condition}`, [
      this.campaign.id,
    ]);
  }

  async number(text: string, values: unknown[] = []): Promise<number> {
    const { rows } = await this.sql.query<{ count: string }>(text, values);
    return Number(rows[0]!.count);
  }

  /** Nothing waits to be worked on, and Stripe has nothing more to tell. */
  async quiet(): Promise<void> {
    for (let times = 0; times < 3; times += 1) {
      await control(this.product.stripe(), 'webhooks/settle', {});
      await this.until('all jobs are done', async () => {
        const waiting = `select count(*) from graphile_worker.jobs where run_at <= clock_timestamp() and attempts < max_attempts`;
        return (await this.number(waiting)) === 0;
      });
      await wait(50);
    }
  }

  async intentsAtStripe(): Promise<PaidAtStripe[]> {
    const answer = await fetch(`${this.product.stripe().base}/v1/payment_intents?limit=100`, {
      headers: { authorization: `Bearer ${KEY}`, 'stripe-version': '2026-10-28.endive' },
    });
    const { data, has_more } = (await answer.json()) as { data: PaidAtStripe[]; has_more: boolean };
    if (has_more) throw new Error('more than a page of payment intents');
    return data;
  }

  balanceAtStripe(): Promise<number> {
    return stripeBalanceOf(this.product.stripe().base, KEY);
  }

  async until(what: string, holds: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
    for (const end = Date.now() + withinMs; !(await holds()); await wait(50))
      if (Date.now() > end) throw new Error(`${what}: not within ${withinMs / 1_000} s`);
  }
}

/** The same numbers from 0 to 1 for the same seed. */
export const chance = (seed: string, n: number): number => createHash('sha256').update(`${seed} ${n}`).digest().readUInt32BE(0) / 2 ** 32;
