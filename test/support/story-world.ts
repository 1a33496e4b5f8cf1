import { Api, type Outside, control, overHttp, payOnPage, payoutsOf, stripeBalanceOf } from '#demo';
import { Jobs, StripeConfig } from '#platform';
import { modules } from '../../apps/api/src/modules.js';
import { type RunningStripeSim, startStripeSim } from '../../apps/stripe-sim/src/index.js';
import { BEGINNING, type TestAccount, type World, testWorld } from './world.js';

const SECRET = 'whsec_for_stories_0123456789abcd';

const KEY = 'sk_test_story';

/** Every module, listening, against the local Stripe; the clocks of both stand still until the story moves them. */
export class StoryWorld {
  readonly outside: Outside;

  private constructor(
    readonly world: World,
    readonly stripe: RunningStripeSim,
    readonly guests: Api,
  ) {
    this.outside = {
      pay: async (api, url, card) => payOnPage(this.local, await this.page(api, url), card),
      moveTo: (instant) => this.moveTo(instant),
      now: () => Promise.resolve(world.clock.now()),
      settle: () => this.settle(),
      stripeBalance: () => stripeBalanceOf(this.stripe.url, KEY),
      payouts: () => payoutsOf(this.stripe.url, KEY),
    };
  }

  static async start(): Promise<StoryWorld> {
    const stripe = await startStripeSim({ seed: 'story', clock: 'frozen', startAt: BEGINNING.getTime() });
    const world = await testWorld(modules.slice(1), { stripe: new StripeConfig(KEY, [SECRET], stripe.url, undefined) });
    const origin = await world.listen();
    stripe.sim.addWebhook(`${origin}/webhooks/stripe`, SECRET);
    return new StoryWorld(world, stripe, new Api(overHttp(origin)));
  }

  async as(account: TestAccount): Promise<Api> {
    return this.guests.as((await this.world.signIn(account)).authorization.slice('Bearer '.length));
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.stripe.close();
  }

  private get local(): { base: string; token: string } {
    return { base: this.stripe.url, token: '' };
  }

  /** The payment page behind our checkout address; an address at the provider is that page already. */
  private page(api: Api, url: string): Promise<string> {
    return url.includes('/cs_test_') ? Promise.resolve(url) : api.follow(url);
  }

  private async settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      await control(this.local, 'webhooks/settle', {});
      await this.world.drain();
    }
  }

  /** Stripe first, so that nothing we ask of it lies in its future; then our own schedules, and what they cause. */
  private async moveTo(instant: Date): Promise<void> {
    await control(this.local, 'clock', { to: instant.getTime() });
    this.world.clock.moveTo(instant);
    await this.settle();
    for (let round = 0; round < 2; round += 1) {
      await this.world.get(Jobs).runSchedules();
      await this.settle();
    }
  }
}
