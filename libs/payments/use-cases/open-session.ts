import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { PaymentProvider, ProviderFailure } from '../domain/provider.js';
import { PaymentListeners } from '../payment-listeners.js';
import { CustomersStore } from '../store/customers.store.js';
import { type SessionRow, SessionsStore } from '../store/sessions.store.js';

/** Stripe closes a visit by itself this long after it was planned; it accepts nothing shorter than 30 minutes. */
const STRIPE_CLOSES_AFTER_MS = 45 * 60_000;
const SHORTEST_MS = 31 * 60_000;

/**
 * Opens a planned visit to the hosted page, when its payer goes there: Stripe is asked for no page that nobody sees. Safe to run twice and at the same time: the row's id is the key under which
 * Stripe makes it once.
 */
@Injectable()
export class OpenSession {
  private readonly log = new Logger(OpenSession.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly provider: PaymentProvider,
    private readonly sessions: SessionsStore,
    private readonly customers: CustomersStore,
    private readonly listeners: PaymentListeners,
  ) {}

  /** Where the payer goes; undefined when Stripe cannot be reached now or the visit is over. */
  async execute(sessionId: string): Promise<string | undefined> {
    const planned = await this.sessions.byId(this.database, sessionId);
    if (!planned) return undefined;
    if (planned.state !== 'planned') return planned.state === 'open' ? (planned.url ?? undefined) : undefined;
    const row = planned.return_url === '' ? await this.word(planned) : planned;
    const closesAt = new Date(row.created_at.getTime() + STRIPE_CLOSES_AFTER_MS);
    // Too late to open it as planned. Stripe never heard of it, so nothing can come of it any more.
    if (closesAt.getTime() - this.clock.now().getTime() < SHORTEST_MS) return undefined;
    try {
      const customer = await this.customerOf(row.person_id);
      const seen = await this.provider.openSession({ ...wanted(row), customer, expiresAt: closesAt });
      await this.unitOfWork.run((tx) => this.sessions.opened(tx, row.id, seen.id, seen.url));
      return seen.url ?? undefined;
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      this.log.warn(`visit ${row.id} not opened: ${error.code} ${error.message}`);
      return undefined;
    }
  }

  private async word(row: SessionRow): Promise<SessionRow> {
    const visit = { purpose: row.purpose, amountMinor: row.amount_minor, currency: row.currency };
    const words = await this.listeners.of(row.source_kind).wordsFor(this.database, row.source_id, visit);
    return this.unitOfWork.run((tx) => this.sessions.word(tx, row.id, words));
  }

  private async customerOf(personId: string): Promise<string> {
    const known = await this.customers.of(this.database, personId);
    if (known?.stripe_id) return known.stripe_id;
    const row = await this.unitOfWork.run((tx) => this.customers.ensure(tx, personId));
    if (row.stripe_id) return row.stripe_id;
    const stripeId = await this.provider.createCustomer(row.id, { wgt_person: personId });
    await this.unitOfWork.run((tx) => this.customers.made(tx, row.id, stripeId));
    return stripeId;
  }
}

function wanted(row: SessionRow) {
  const separator = row.return_url.includes('?') ? '&' : '?';
  return {
    key: row.id,
    mode: row.purpose === 'save_method' ? ('setup' as const) : ('payment' as const),
    amount: row.amount_minor,
    currency: row.currency,
    description: row.description,
    agreement: row.agreement,
    returnUrl: `${row.return_url}${separator}checkout={CHECKOUT_SESSION_ID}`,
    cancelUrl: `${row.return_url}${separator}left=1`,
    metadata: { wgt_event: row.event_id, [`wgt_${row.source_kind}`]: row.source_id, wgt_source: row.source_id, wgt_session: row.id },
  };
}
