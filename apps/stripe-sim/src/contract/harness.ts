import { afterAll, beforeAll, it } from '@jest/globals';
import Stripe from 'stripe';
import { startStripeSim, type RunningStripeSim, type StripeSimOptions } from '../index.js';

const realKey = sandboxKey(process.env.STRIPE_CONTRACT_KEY);
const VERSION = '2026-10-28.endive';

/** The moment at which the frozen clock of a contract run starts: a Tuesday, 10:00 UTC. */
export const START = Date.UTC(2026, 5, 2, 10);
export const DAY = 86_400_000;

/** The key of a sandbox, if one is given. A live one would charge people: the suite does not start. */
export function sandboxKey(given: string | undefined): string | undefined {
  if (given && !/^(sk|rk)_test_\w+$/.test(given)) throw new Error('STRIPE_CONTRACT_KEY must be a test key: sk_test_… or rk_test_….');
  return given || undefined;
}

/**
 * The Stripe that a file of the contract suite talks to: the simulator, or Stripe's own sandbox when
 * STRIPE_CONTRACT_KEY is set. What needs the clock or the control interface is registered with `locally`.
 */
export class Contract {
  stripe!: Stripe;
  private running: RunningStripeSim | undefined;

  /** `simulator`: never Stripe's sandbox, because these tests are about the simulator itself. */
  constructor(
    private readonly options: StripeSimOptions = {},
    private readonly where: 'anywhere' | 'simulator' = 'anywhere',
  ) {
    beforeAll(() => this.open());
    afterAll(() => this.running?.close());
  }

  private async open(): Promise<void> {
    if (realKey && this.where === 'anywhere') {
      this.stripe = new Stripe(realKey, { apiVersion: VERSION, maxNetworkRetries: 2, telemetry: false });
      return;
    }
    this.running = await startStripeSim({ seed: 'contract', clock: 'frozen', startAt: START, ...this.options });
    this.stripe = this.client();
  }

  client(options: { key?: string; retries?: number; timeout?: number } = {}): Stripe {
    return new Stripe(options.key ?? 'sk_test_contract', {
      apiVersion: VERSION,
      host: '127.0.0.1',
      port: this.sim.port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: options.retries ?? 2,
      timeout: options.timeout ?? 20_000,
    });
  }

  /** The running simulator; only in tests registered with `locally`. */
  get sim(): RunningStripeSim {
    if (!this.running) throw new Error('This needs the simulator.');
    return this.running;
  }

  /** A command to the control interface. */
  async command<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.sim.url}/_sim/${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const answer = (await response.json()) as T;
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  }

  /** Moves the clock on by this many milliseconds. */
  async advance(ms: number): Promise<void> {
    await this.command('POST', 'clock', { advance: ms });
  }

  /** Epoch seconds on the clock of the Stripe talked to. */
  now(): number {
    return this.running ? this.running.sim.clock.seconds() : Math.floor(Date.now() / 1000);
  }

  async customer(): Promise<string> {
    return (await this.stripe.customers.create({ email: 'ada@example.org', metadata: { wgt_user: 'u1' } })).id;
  }

  /** A card saved for later, with the payer's agreement. */
  async savedCard(customer: string, card = 'pm_card_visa'): Promise<string> {
    const intent = await this.stripe.setupIntents.create({
      customer,
      payment_method: card,
      confirm: true,
      usage: 'off_session',
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    });
    return intent.payment_method as string;
  }

  /** A payment that has gone through. */
  pay(amount: number, card = 'pm_card_visa', more: Partial<Stripe.PaymentIntentCreateParams> = {}): Promise<Stripe.PaymentIntent> {
    return this.stripe.paymentIntents.create({
      amount,
      currency: 'gbp',
      payment_method: card,
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      ...more,
    });
  }
}

/** Registers a test that only the simulator can pass, because it moves the clock or gives commands. */
export const locally = (title: string, run: () => Promise<void>): void => {
  if (!realKey) it(title, run);
};

/** The error a promise is refused with. */
export async function refusal(promise: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await promise;
  } catch (error) {
    return error as Stripe.errors.StripeError;
  }
  throw new Error('It was not refused.');
}
