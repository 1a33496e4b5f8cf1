import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import { Database, type Db, type Tx, UnitOfWork } from '#platform';
import { refuseRecovery } from './domain/recovery.js';
import { PaymentProvider, ProviderFailure } from './domain/provider.js';
import type { PaymentListener, Source } from './domain/source.js';
import { PaymentListeners } from './payment-listeners.js';
import { type ChargePlan, IntentsStore } from './store/intents.store.js';
import { type SavedMethodRow, type SessionPlan, SessionsStore } from './store/sessions.store.js';
import { OpenSession } from './use-cases/open-session.js';
import { SettleIntent } from './use-cases/settle-intent.js';

/** How long a visit to the hosted page lasts before we ask Stripe to close it. */
const VISIT_MS = 31 * 60_000;

/** What other modules ask of money: visits to the hosted page, charges of saved cards, and no charge any more. */
@Injectable()
export class Payments {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly sessions: SessionsStore,
    private readonly intents: IntentsStore,
    private readonly listeners: PaymentListeners,
    private readonly open: OpenSession,
    private readonly settle: SettleIntent,
  ) {}

  /** Says who is told about payments for a kind of thing. */
  listen(kind: Source['kind'], listener: PaymentListener): void {
    this.listeners.register(kind, listener);
  }

  /** Plans a visit to the hosted page; it is opened when the payer goes there. One at a time per source. */
  async planVisit(tx: Tx, plan: Omit<SessionPlan, 'id' | 'expires_at'>): Promise<string> {
    const id = newId();
    await this.sessions.plan(tx, { ...plan, id, expires_at: new Date(tx.now.getTime() + VISIT_MS) });
    return id;
  }

  /** Where the payer goes now; undefined when there is no visit, or Stripe cannot be reached. Talks to Stripe: not in a transaction. */
  async visitUrl(source: Source): Promise<string | undefined> {
    const visit = await this.sessions.latestOf(this.database, source);
    return visit && this.open.execute(visit.id);
  }

  /** Asks Stripe to close the visits of these sources; what becomes of them is told to the listener. */
  async endVisits(tx: Tx, kind: Source['kind'], sourceIds: readonly string[]): Promise<void> {
    for (const { id } of await this.sessions.openOf(tx, kind, sourceIds)) await tx.enqueue('end-checkout', { session: id });
  }

  /** How many of these sources still have a visit under way. */
  async openVisits(db: Db, kind: Source['kind'], sourceIds: readonly string[]): Promise<number> {
    return (await this.sessions.openOf(db, kind, sourceIds)).length;
  }

  /** What a visit to save a card, still to be made or under way, will agree to: minor units, fee cover apart. */
  async toConfirm(db: Db, source: Source, now: Date): Promise<bigint | undefined> {
    const visit = await this.sessions.latestOf(db, source);
    const open = visit && ['planned', 'open'].includes(visit.state) && visit.purpose === 'save_method' && visit.expires_at > now;
    return open ? visit.amount_minor - visit.fee_cover_minor : undefined;
  }

  savedMethod(db: Db, source: Source): Promise<SavedMethodRow | undefined> {
    return this.sessions.methodOf(db, source);
  }

  /** Gives up the saved cards of these sources, here and at Stripe. */
  async forgetMethods(tx: Tx, kind: Source['kind'], sourceIds: readonly string[]): Promise<void> {
    for (const method of await this.sessions.giveUpMethods(tx, kind, sourceIds)) await tx.enqueue('detach-method', { method });
  }

  /** Charges saved cards off-session: one intent per source in its whole life, and a first attempt each. */
  async charge(tx: Tx, plans: readonly ChargePlan[]): Promise<void> {
    if (plans.length === 0) return;
    await this.enqueueAttempts(tx, await this.intents.planMany(tx, plans));
  }

  /** One more attempt for each source; the database refuses it while one is open (CHG-1). */
  async chargeAgain(tx: Tx, source: Source): Promise<void> {
    const intent = await this.intents.aliveOf(tx, source);
    if (!intent || (intent.state !== 'open' && intent.state !== 'planned')) return;
    await this.enqueueAttempts(tx, await this.intents.addAttempts(tx, [intent.id]));
  }

  /** Whether an attempt is open: its outcome is not known yet. */
  async isBusy(db: Db, source: Source): Promise<boolean> {
    const intent = await this.intents.aliveOf(db, source);
    return intent !== undefined && (await this.intents.openAttempt(db, intent.id)) !== undefined;
  }

  /** No charge any more: the intent is canceled at Stripe, unless it has succeeded meanwhile, which then stands. */
  async abandon(tx: Tx, source: Source): Promise<void> {
    const intent = await this.intents.aliveOf(tx, source);
    if (intent && intent.state !== 'succeeded') await tx.enqueue('cancel-intent', { intent: intent.id });
  }

  /**
   * Makes way for the payer to pay on the hosted page: the intent is canceled first, because only one may live. Answers
   * `paid` when Stripe refuses to, having been paid. Refuses PAYMENT_BUSY while an outcome is unknown or Stripe is away.
   */
  async makeWay(source: Source): Promise<'free' | 'paid'> {
    const intent = await this.intents.aliveOf(this.database, source);
    if (!intent) return 'free';
    if (intent.state === 'succeeded') return 'paid';
    const attempt = await this.intents.openAttempt(this.database, intent.id);
    if (attempt && attempt.state !== 'created') throw refuseRecovery.PAYMENT_BUSY();
    if (!intent.stripe_id) {
      // Stripe never made it, and nobody is about to: there is nothing there to cancel.
      if (attempt) throw refuseRecovery.PAYMENT_BUSY();
      await this.unitOfWork.run((tx) => this.intents.move(tx, intent.id, 'canceled', null));
      return 'free';
    }
    try {
      const seen = await this.provider.cancelIntent(intent.stripe_id, `${intent.id}:cancel`).catch((error: unknown) => {
        if (error instanceof ProviderFailure && error.kind === 'no') return this.provider.intent(intent.stripe_id!);
        throw error;
      });
      const state = await this.unitOfWork.run((tx) => this.settle.within(tx, intent.id, seen));
      if (state === 'succeeded') return 'paid';
      if (state === 'canceled') return 'free';
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
    }
    throw refuseRecovery.PAYMENT_BUSY();
  }

  /** What has been received for each source of a kind. */
  async received(db: Db, kind: Source['kind']): Promise<Map<string, bigint>> {
    return this.intents.received(db, kind);
  }

  /** What is on its way back, or has gone, of each of these sources. */
  async returned(db: Db, kind: Source['kind'], sourceIds: readonly string[]): Promise<Map<string, bigint>> {
    return this.intents.returned(db, kind, sourceIds);
  }

  private async enqueueAttempts(tx: Tx, attempts: readonly string[]): Promise<void> {
    await tx.query(
      `select graphile_worker.add_job('charge-attempt', json_build_object('attempt', a), max_attempts := 25) from unnest($1::uuid[]) a`,
      [attempts],
    );
  }
}
