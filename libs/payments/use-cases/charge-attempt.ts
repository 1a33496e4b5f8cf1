import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, Job, type JobWorker, UnitOfWork } from '#platform';
import { classOf } from '../domain/decline.js';
import { type DeclineSeen, PaymentProvider, ProviderFailure } from '../domain/provider.js';
import { PaymentListeners } from '../payment-listeners.js';
import { CustomersStore } from '../store/customers.store.js';
import { type AttemptRow, type IntentRow, IntentsStore } from '../store/intents.store.js';
import { SettleIntent } from './settle-intent.js';

/** Stripe remembers a key for 24 hours; a little less, so that we never trust one that is just being forgotten. */
const KEY_LIVES_MS = 23 * 3_600_000;

/**
 * Takes one try at the money of one source. Its two calls are written down before they are made: the intent's id is
 * stored before money can move, so every unknown outcome is settled by looking (spec/stripe.md §3a). Safe to run again
 * at any point, by anybody: nothing it does can charge twice.
 */
@Injectable()
@Job('charge-attempt')
export class ChargeAttempt implements JobWorker<{ attempt: string }> {
  private readonly log = new Logger(ChargeAttempt.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly provider: PaymentProvider,
    private readonly intents: IntentsStore,
    private readonly customers: CustomersStore,
    private readonly listeners: PaymentListeners,
    private readonly settle: SettleIntent,
  ) {}

  /** A processor that is away is no fault of the job: what is left is taken up by the sweep. */
  async work({ attempt }: { attempt: string }): Promise<void> {
    try {
      await this.execute(attempt);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      this.log.warn(`attempt ${attempt} left for the sweep: ${error.code} ${error.message}`);
    }
  }

  async execute(attemptId: string): Promise<void> {
    const attempt = await this.intents.attempt(this.database, attemptId);
    const intent = attempt && (await this.intents.byId(this.database, attempt.intent_id));
    if (!attempt || !intent) return;
    if (attempt.state === 'created') return this.begin(attempt, intent);
    if (attempt.state === 'unknown' || attempt.state === 'submitted') return this.resolve(attempt, intent);
  }

  private async begin(attempt: AttemptRow, intent: IntentRow): Promise<void> {
    if (!attempt.stripe_payment_method) return this.declined(attempt.id, { code: 'resource_missing', declineCode: null, adviceCode: null });
    const stripeId = intent.stripe_id ?? (await this.create(attempt, intent, attempt.stripe_payment_method));
    if (!stripeId) return;
    const mine = await this.unitOfWork.run((tx) => this.intents.moveAttempt(tx, attempt.id, ['created'], 'submitted'));
    if (mine === 1) await this.confirm(attempt, stripeId);
  }

  /** Makes the intent, or finds the one whose making nobody heard the end of. */
  private async create(attempt: AttemptRow, intent: IntentRow, paymentMethod: string): Promise<string | undefined> {
    const customer = (await this.customers.of(this.database, intent.person_id))?.stripe_id;
    if (!customer)
      return this.declined(attempt.id, { code: 'resource_missing', declineCode: null, adviceCode: null }).then(() => undefined);
    try {
      const seen =
        (await this.lost(intent, customer)) ?? (await this.provider.createIntent({ ...wanted(intent), customer, paymentMethod }));
      await this.unitOfWork.run((tx) => this.intents.created(tx, intent.id, seen.id, customer));
      return seen.id;
    } catch (error) {
      if (error instanceof ProviderFailure && error.kind === 'no') {
        await this.declined(attempt.id, { code: error.code, declineCode: null, adviceCode: null });
        return undefined;
      }
      throw error;
    }
  }

  private async lost(intent: IntentRow, customer: string) {
    if (this.clock.now().getTime() - intent.created_at.getTime() < KEY_LIVES_MS) return undefined;
    return (await this.provider.intentsOf(customer, intent.created_at)).find((seen) => seen.metadata.wgt_intent === intent.id);
  }

  private async confirm(attempt: AttemptRow, stripeId: string): Promise<void> {
    try {
      const seen = await this.provider.confirmIntent({
        key: attempt.id,
        id: stripeId,
        paymentMethod: attempt.stripe_payment_method!,
        mandate: attempt.stripe_mandate,
      });
      await this.unitOfWork.run((tx) => this.settle.within(tx, attempt.intent_id, seen));
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      if (error.kind === 'no' && error.decline) return this.declined(attempt.id, error.decline, error.intent?.charge);
      if (error.kind === 'no') return this.refused(attempt, stripeId, error);
      await this.unitOfWork.run((tx) => this.intents.moveAttempt(tx, attempt.id, ['submitted'], 'unknown'));
      throw error;
    }
  }

  /** Refused without an attempt being made: because it is paid or canceled already, or because the card can't be used. */
  private async refused(attempt: AttemptRow, stripeId: string, why: ProviderFailure): Promise<void> {
    const seen = await this.provider.intent(stripeId);
    if (seen.status === 'open') return this.declined(attempt.id, { code: why.code, declineCode: null, adviceCode: null });
    await this.unitOfWork.run((tx) => this.settle.within(tx, attempt.intent_id, seen));
  }

  /** Looks first; only if nothing is decided is the same try sent again, under the same key (CHG-2). */
  private async resolve(attempt: AttemptRow, intent: IntentRow): Promise<void> {
    const seen = await this.provider.intent(intent.stripe_id!);
    if (seen.status !== 'open') {
      await this.unitOfWork.run((tx) => this.settle.within(tx, intent.id, seen));
      return;
    }
    // A charge we do not know is this attempt's, and was declined: sent again under its key it would only repeat the error we got instead.
    if (seen.decline && seen.charge !== intent.stripe_charge) return this.declined(attempt.id, seen.decline, seen.charge);
    const mine = await this.unitOfWork.run((tx) => this.intents.moveAttempt(tx, attempt.id, [attempt.state], 'submitted'));
    if (mine === 1) await this.confirm(attempt, seen.id);
  }

  private async declined(attemptId: string, decline: DeclineSeen, charge?: string | null): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const attempt = await this.intents.attempt(tx, attemptId);
      const intent = attempt && (await this.intents.lock(tx, attempt.intent_id));
      if (!attempt || !intent) return;
      const kind = classOf(decline);
      const moved = await this.intents.moveAttempt(
        tx,
        attemptId,
        ['created', 'submitted', 'unknown', 'processing'],
        kind === 'authenticate' ? 'needs_action' : 'failed',
        decline,
      );
      if (moved === 0) return;
      if (charge) await this.intents.move(tx, intent.id, intent.state, charge);
      await this.listeners
        .of(intent.source_kind)
        .declined(tx, intent.source_id, { class: kind, code: decline.declineCode ?? decline.code, tries: attempt.n });
    });
  }
}

const wanted = (row: IntentRow) => ({
  key: row.id,
  amount: row.amount_minor,
  currency: row.currency,
  description: row.description,
  eventId: row.event_id,
  metadata: { wgt_event: row.event_id, [`wgt_${row.source_kind}`]: row.source_id, wgt_source: row.source_id, wgt_intent: row.id },
});
