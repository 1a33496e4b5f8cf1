import { randomBytes } from 'node:crypto';
import { SimClock } from './clock.js';
import { registerDueWork } from './due-work.js';
import { fresh } from './description.js';
import { Events, type EventRow } from './events.js';
import { Faults } from './faults.js';
import { Ids } from './ids.js';
import { Journal } from './journal.js';
import { Money, type Funds } from './money.js';
import type * as o from './objects.js';
import { Payouts, type PayoutLines } from './payouts.js';
import { invalid, Refusal } from './refusal.js';
import { waitingRefunds } from './refunds.js';
import { DEFAULTS, type SimConfig, type SimOptions } from './sim-config.js';
import { Store } from './store.js';
import { Tasks, type Task } from './tasks.js';
import { Webhooks, type Delivery } from './webhooks.js';
import type { Wallet } from './wallet.js';

/** What a request remembers of another one with the same key. */
export interface KeptAnswer {
  id: string;
  fingerprint: string;
  status: number;
  body: string;
  requestId: string;
  until: number;
}

/** Every day on the way has its payout run: more than this in one go would keep everybody else waiting. */
const MOST_AHEAD = 10 * 366 * 86_400_000;

/** How endpoints handed in at start are called, so that they are found again. */
export const GIVEN = 'Given at start';

/** The whole simulated account: its objects, its clock, its money and what is due. Knows nothing of HTTP. */
export class Sim {
  readonly store = new Store();
  readonly customers = this.store.table<o.Customer>('customer');
  readonly paymentMethods = this.store.table<o.PaymentMethod>('payment_method');
  readonly paymentIntents = this.store.table<o.PaymentIntent>('payment_intent');
  readonly setupIntents = this.store.table<o.SetupIntent>('setup_intent');
  readonly setupAttempts = this.store.table<o.SetupAttempt>('setup_attempt');
  readonly charges = this.store.table<o.Charge>('charge');
  readonly sessions = this.store.table<o.CheckoutSession>('checkout.session');
  readonly lineItems = this.store.table<{ id: string; items: o.LineItem[] }>('line_items');
  readonly mandates = this.store.table<o.Mandate>('mandate');
  readonly refunds = this.store.table<o.Refund>('refund');
  readonly disputes = this.store.table<o.Dispute>('dispute');
  readonly warnings = this.store.table<o.EarlyFraudWarning>('early_fraud_warning');
  readonly balanceTransactions = this.store.table<o.BalanceTransaction>('balance_transaction');
  readonly payoutRows = this.store.table<o.Payout>('payout');
  readonly payoutLines = this.store.table<PayoutLines>('payout_lines');
  readonly products = this.store.table<o.Product>('product');
  readonly prices = this.store.table<o.Price>('price');
  readonly webhookEndpoints = this.store.table<o.WebhookEndpoint>('webhook_endpoint', true);
  readonly eventRows = this.store.table<EventRow>('event');
  readonly funds = this.store.table<Funds>('funds');
  /** How each payment method behaves: never shown. */
  readonly wallets = this.store.table<Wallet>('wallet');
  /** Webhook signing secrets by endpoint: shown once. */
  readonly secrets = this.store.table<{ id: string; secret: string }>('secret', true);
  readonly answers = this.store.table<KeptAnswer>('answer', true);
  readonly deliveries = this.store.table<Delivery>('delivery', true);
  /** Odds and ends by name: balance settings, test clocks, plans for a session. */
  readonly notes = this.store.table<{ id: string; value: unknown }>('note', true);

  readonly config: SimConfig;
  readonly clock: SimClock;
  ids: Ids;
  readonly tasks = new Tasks(this.store.table<Task>('task', true));
  private readonly work = new Map<string, (about: string) => void>();
  readonly faults: Faults;
  readonly webhooks: Webhooks;
  readonly events: Events;
  readonly money: Money;
  readonly payouts: Payouts;
  /** The request being executed, for the events it causes. */
  current: { requestId: string; key: string | null } | null = null;
  /** Address under which payers reach the hosted pages; set by the server. */
  baseUrl = 'http://127.0.0.1';
  private moving: Promise<void> = Promise.resolve();

  constructor(options: SimOptions = {}) {
    this.config = { ...DEFAULTS, ...options.config };
    this.clock = new SimClock(options.clock ?? 'real', options.startAt);
    this.ids = new Ids(options.seed ?? randomBytes(12).toString('hex'));
    this.faults = new Faults(this);
    this.events = new Events(this);
    this.webhooks = new Webhooks(this);
    this.money = new Money(this);
    this.payouts = new Payouts(this);
    registerDueWork(this);
    if (options.state) this.restore(options.state);
    this.payouts.planNext();
  }

  /** Says what to do when a task of this kind falls due. */
  onTask(kind: string, run: (about: string) => void): void {
    this.work.set(kind, run);
  }

  /** Runs what is due by now, each at its own moment. Called before every request and by the server's timer. */
  runDue(): void {
    const until = this.clock.now();
    if ((this.tasks.nextAt() ?? Infinity) > until) return;
    const before = this.clock.pinned;
    try {
      for (let at = this.tasks.nextAt(); at !== undefined && at <= until; at = this.tasks.nextAt()) this.runMoment(at);
    } finally {
      this.clock.pinned = before;
      this.commit();
    }
  }

  private runMoment(at: number): void {
    this.clock.pinned = at;
    for (let task = this.tasks.take(at); task; task = this.tasks.take(at)) {
      try {
        this.work.get(task.kind)?.(task.about);
      } catch (error) {
        // what can no longer happen (a dispute of a payment that was refunded meanwhile) does not
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }

  /**
   * Moves the clock to `target` (epoch ms), running what falls due in order and letting webhooks arrive between moments.
   * Time does not go back: at a later moment than `target` it stays.
   */
  moveTo(target: number): Promise<void> {
    if (!(target <= this.clock.now() + MOST_AHEAD)) throw invalid('The clock moves by at most ten years at a time.');
    const run = async () => {
      if (target < this.clock.now()) return;
      // what is on its way leaves, and is signed, at the time that is left
      await this.arrived();
      try {
        for (let at = this.tasks.nextAt(); at !== undefined && at <= target; at = this.tasks.nextAt()) {
          this.runMoment(at);
          this.commit();
          await this.arrived();
        }
      } finally {
        this.clock.pinned = undefined;
      }
      this.clock.set(target);
      this.noteMeta();
      this.commit();
    };
    return (this.moving = this.moving.then(run, run));
  }

  private async arrived(): Promise<void> {
    if (this.webhooks.mode === 'auto') await this.webhooks.idle();
  }

  /** Does what was asked of the objects `ids`. What is refused leaves no trace; the bank's no (402) is no refusal of ours, and does. */
  attempt<T>(work: () => T, ids: readonly string[] = []): T {
    return this.store.attempt(work, ids, (error) => !(error instanceof Refusal && error.status === 402));
  }

  refundsWaiting(): void {
    waitingRefunds(this);
  }

  /** Writes down what has changed. */
  commit(): void {
    this.store.commit(this.meta());
  }

  private meta(): Record<string, unknown> {
    return { seed: this.ids.seed, count: this.ids.count, clock: this.clock.state() };
  }

  /** Makes the next commit write even if nothing but the clock has changed. */
  noteMeta(): void {
    this.notes.save(this.notes.get('clock') ?? { id: 'clock', value: null });
  }

  /** Forgets everything but the settings and the endpoints given at start; ids start again from `seed`. */
  reset(seed = this.ids.seed): void {
    const given = this.webhookEndpoints.rows.filter((e) => e.description?.startsWith(GIVEN));
    const kept = given.map((e) => ({ ...e, secret: this.secrets.get(e.id)!.secret }));
    const configured = this.notes.get('config');
    this.store.clear();
    this.ids = new Ids(seed);
    this.tasks.load();
    this.money.load();
    this.payouts.load();
    this.faults.clear();
    this.payouts.planNext();
    if (configured) this.notes.save(configured);
    for (const e of kept) this.addWebhook(e.url, e.secret, e.enabled_events, e.description!);
    this.noteMeta();
    if (this.store.journal) this.store.journal.compact(this.meta(), this.store.everything());
  }

  private restore(file: string): void {
    const journal = new Journal(file);
    journal.open((table, row) => {
      if (table === 'meta') {
        const meta = row as unknown as { seed: string; count: number; clock: { offset: number; stopped: number | null } };
        this.ids = new Ids(meta.seed, meta.count);
        this.clock.restore(meta.clock);
      } else if (row.gone) this.store.table(table).remove(row.id);
      else this.store.table(table).load(row);
    });
    for (const table of this.store.all()) table.loaded();
    this.tasks.load();
    this.money.load();
    this.payouts.load();
    Object.assign(this.config, this.notes.get('config')?.value);
    this.store.journal = journal;
    journal.compact(this.meta(), this.store.everything());
  }

  /** Changes the account's ways, for good. */
  configure(change: Partial<SimConfig>): SimConfig {
    Object.assign(this.config, change);
    this.notes.save({ id: 'config', value: this.config });
    return this.config;
  }

  /** The address changes with the port: pages of open sessions are where the server is now. */
  serveAt(url: string): void {
    this.baseUrl = url;
    for (const row of this.sessions.rows) {
      if (row.status !== 'open' || !row.url) continue;
      row.url = `${url}/c/pay/${row.id}`;
      this.sessions.save(row);
    }
  }

  /** The endpoint for these events, with a secret of the caller's: what `POST /v1/webhook_endpoints` makes, but fixed by its `name`. */
  addWebhook(url: string, secret: string, enabledEvents: string[] = ['*'], name: string = GIVEN): o.WebhookEndpoint {
    const known = this.webhookEndpoints.rows.find((e) => e.description === name);
    const row =
      known ??
      fresh<o.WebhookEndpoint>('webhook_endpoint', {
        id: this.ids.next('we_'),
        created: this.clock.seconds(),
        description: name,
        status: 'enabled',
      });
    row.url = url;
    row.enabled_events = enabledEvents;
    row.metadata ??= {};
    this.webhookEndpoints.save(row);
    this.secrets.save({ id: row.id, secret });
    this.commit();
    return row;
  }

  close(): void {
    this.noteMeta();
    this.commit();
    this.store.journal?.close();
    this.store.journal = undefined;
  }
}
