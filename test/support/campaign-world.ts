import type { Type } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { PaymentsModule } from '#payments';
import { PledgesModule } from '#pledges';
import { Checks, Jobs, StripeConfig } from '#platform';
import { type RunningStripeSim, startStripeSim } from '../../apps/stripe-sim/src/index.js';
import { BEGINNING, type TestAccount, type World, testWorld } from './world.js';

const SECRET = 'whsec_for_tests_only_0123456789';

export interface LiveCampaign {
  id: string;
  eventId: string;
  slug: string;
  /** Headers of two treasurers. */
  treasurer: { authorization: string };
  treasurer2: { authorization: string };
  tiers: { id: string; name: string }[];
  deadlineAt: Date;
}

interface CampaignWish {
  mode?: 'all_or_nothing' | 'keep';
  goal?: number;
  /** Days until the deadline at 22:00 in London. */
  days?: number;
  tiers?: { name: string; price: number; capacity?: number }[];
  /** The most that may be pledged, in all and by one person. */
  target?: number;
  backerCap?: number;
}

/** What a journal line looks like in a test's table. */
export type Balances = Record<string, number>;

/** Campaigns against the local Stripe: real modules, a real database, real messages; time moves for both at once. */
export class CampaignWorld {
  private constructor(
    readonly world: World,
    readonly stripe: RunningStripeSim,
  ) {}

  static async start({ webhooks = true, seed = 'campaigns', modules = [] as Type[] } = {}): Promise<CampaignWorld> {
    const stripe = await startStripeSim({ seed, clock: 'frozen', startAt: BEGINNING.getTime() });
    const world = await testWorld([LedgerModule, PaymentsModule, PledgesModule, ...modules], {
      stripe: new StripeConfig('sk_test_campaigns', [SECRET], stripe.url, undefined),
    });
    const origin = await world.listen();
    if (webhooks) stripe.sim.addWebhook(`${origin}/webhooks/stripe`, SECRET);
    return new CampaignWorld(world, stripe);
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.stripe.close();
  }

  /** A command to the local Stripe. */
  async sim<T = unknown>(command: string, body: object = {}, method = 'POST'): Promise<T> {
    const response = await fetch(`${this.stripe.url}/_sim/${command}`, {
      method,
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    });
    // A declined card is an answer, not a failure of the command.
    if (!response.ok && response.status !== 402) throw new Error(`${command}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Lets messages arrive and work be done until nothing is left. */
  async settle(): Promise<void> {
    for (let round = 0; round < 10; round += 1) {
      await this.sim('webhooks/settle');
      if (!(await this.isWorkLeft())) return;
      await this.world.drain();
    }
  }

  private async isWorkLeft(): Promise<boolean> {
    return (await this.world.database.maybe('select 1 from graphile_worker.jobs where run_at <= clock_timestamp() limit 1')) !== undefined;
  }

  /** Time passes for the product and for Stripe; what becomes due happens. */
  async pass(ms: number): Promise<void> {
    this.world.clock.advance(ms);
    await this.sim('clock', { to: this.world.clock.now().getTime() });
    await this.settle();
    await this.runSchedules();
    await this.settle();
  }

  async runSchedules(): Promise<void> {
    await this.world.get(Jobs).runSchedules();
    await this.settle();
  }

  async passTo(instant: Date): Promise<void> {
    await this.pass(instant.getTime() - this.world.clock.now().getTime());
  }

  /** A campaign that is live, prepared through the API by two people. */
  async campaign({
    mode = 'all_or_nothing',
    goal = 2_000,
    days = 10,
    tiers = [],
    target,
    backerCap,
  }: CampaignWish = {}): Promise<LiveCampaign> {
    const { eventId, slug } = await this.world.event();
    const [one, two] = [await this.member(eventId), await this.member(eventId)];
    const deadline = `${new Date(this.world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)}T22:00`;
    const base = `/api/v1/events/${slug}/campaigns`;
    const body = {
      title: 'A get-together',
      mode,
      goal: { amount: goal, currency: 'GBP' },
      ...(target ? { target: { amount: target, currency: 'GBP' } } : {}),
      ...(backerCap ? { backerCap: { amount: backerCap, currency: 'GBP' } } : {}),
      deadline,
      bankDetails: 'Example Bank 00-00-00 12345678',
    };
    const made = await this.world.http().post(base).set(one).send(body).expect(201);
    const { id } = made.body as { id: string };
    for (const { name, price, capacity } of tiers) {
      const tier = { name, price: { amount: price, currency: 'GBP' }, ...(capacity ? { capacity } : {}) };
      await this.world.http().post(`${base}/${id}/tiers`).set(one).send(tier).expect(201);
    }
    await this.world.http().post(`${base}/${id}/submit`).set(one).expect(200);
    const live = await this.world.http().post(`${base}/${id}/approve`).set(two).expect(200);
    const view = live.body as { tiers: { id: string; name: string }[]; deadlineAt: string };
    return { id, eventId, slug, treasurer: one, treasurer2: two, tiers: view.tiers, deadlineAt: new Date(view.deadlineAt) };
  }

  private async member(eventId: string): Promise<{ authorization: string }> {
    return this.world.signIn(await this.world.account({ roles: [{ eventId, roles: ['treasurer', 'organiser'] }] }));
  }

  /** Begins a pledge of a guest: its place is taken, the payment page planned. */
  async begin(
    campaign: LiveCampaign,
    wish: { amount?: number; tierId?: string; key?: string; coverFee?: boolean; wishes?: string[] } = {},
  ): Promise<{ id: string; link: string }> {
    const { amount = 2_000, key = `key-${Math.random().toString(36).slice(2)}`, ...rest } = wish;
    const body = {
      amount: { amount, currency: 'GBP' },
      method: 'card',
      guest: { name: 'A Guest', email: `${key}@guest.example` },
      ...rest,
    };
    const made = await this.world
      .http()
      .post(`/api/v1/campaigns/${campaign.id}/pledges`)
      .set('idempotency-key', key)
      .send(body)
      .expect(201);
    const { pledgeId, link } = made.body as { pledgeId: string; link: string };
    return { id: pledgeId, link };
  }

  /** The visit's id at Stripe, once it has been opened. */
  async visit({ id, link }: { id: string; link: string }): Promise<string> {
    const response = await this.world.http().get(`/api/v1/pledges/${id}/checkout`).query({ link }).expect(303);
    return /cs_test_\w+/.exec(String(response.headers.location))![0];
  }

  /** Begins a pledge and finishes it on the payment page with this card. */
  async pledge(
    campaign: LiveCampaign,
    card = '4242424242424242',
    wish: Parameters<CampaignWorld['begin']>[1] = {},
  ): Promise<{ id: string; link: string }> {
    const begun = await this.begin(campaign, wish);
    await this.world.drain();
    await this.sim(`checkout/${await this.visit(begun)}/complete`, { card });
    await this.settle();
    return begun;
  }

  async stateOf(pledgeId: string): Promise<string> {
    return (await this.world.database.one<{ state: string }>('select state from pledges.pledge where id = $1', [pledgeId])).state;
  }

  async campaignState(id: string): Promise<string> {
    return (await this.world.database.one<{ state: string }>('select state from pledges.campaign where id = $1', [id])).state;
  }

  /** The card that a pledge saved, as Stripe names it. */
  async cardOf(pledgeId: string): Promise<string> {
    const row = await this.world.database.one<{ pm: string }>(
      'select stripe_payment_method as pm from payments.saved_method where source_id = $1 order by id desc limit 1',
      [pledgeId],
    );
    return row.pm;
  }

  /** Debits less credits of every account with a balance, in pence; memo commodities left out. */
  async balances(eventId: string): Promise<Balances> {
    const rows = await this.world.database.query<{ account: string; balance: bigint }>(
      `select account, sum(debit_minor - credit_minor)::bigint as balance from ledger.journal_line where event_id = $1 and commodity = 'GBP' group by account having sum(debit_minor - credit_minor) <> 0 order by account`,
      [eventId],
    );
    return Object.fromEntries(rows.map((r) => [r.account, Number(r.balance)]));
  }

  /** What Stripe holds, available and pending. */
  async atStripe(): Promise<number> {
    const { balance } = await this.sim<{ balance: { available: { amount: number }[]; pending: { amount: number }[] } }>('state', {}, 'GET');
    return [...balance.available, ...balance.pending].reduce((sum, b) => sum + b.amount, 0);
  }

  /** Every invariant that can be asked now; an empty list when all hold. */
  async violations(): Promise<object[]> {
    const results = await this.world.get(Checks).askAll();
    return results.filter((r) => r.violations.length > 0);
  }

  account(): Promise<TestAccount> {
    return this.world.account();
  }
}
