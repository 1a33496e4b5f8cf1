import { Injectable, Logger } from '@nestjs/common';
import { Database, Job, type JobWorker, UnitOfWork } from '#platform';
import { HANDLED_EVENTS } from '../domain/handled-events.js';
import { ProviderFailure } from '../domain/provider.js';
import { EventsStore, type StripeEventRow } from '../store/events.store.js';
import { ApplyDispute } from './apply-dispute.js';
import { ApplyPayout } from './apply-payout.js';
import { ApplyRefund } from './apply-refund.js';
import { ApplySession } from './apply-session.js';
import { ReadBalance } from './read-balance.js';
import { SettleIntent } from './settle-intent.js';

/**
 * Works on a message from the inbox: it is only a hint to look. The object is fetched and its present state applied, so
 * that order and repetition do not matter (G4).
 */
@Injectable()
@Job('apply-stripe-event')
export class ApplyStripeEvent implements JobWorker<{ event: string }> {
  private readonly log = new Logger(ApplyStripeEvent.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventsStore,
    private readonly session: ApplySession,
    private readonly intent: SettleIntent,
    private readonly refund: ApplyRefund,
    private readonly dispute: ApplyDispute,
    private readonly payout: ApplyPayout,
    private readonly balance: ReadBalance,
  ) {}

  async work({ event }: { event: string }): Promise<void> {
    const row = await this.events.byId(this.database, event);
    if (!row || row.state !== 'new') return;
    try {
      const known = await this.look(row);
      await this.unitOfWork.run((tx) => this.events.close(tx, row.id, known ? 'done' : 'ignored'));
    } catch (error) {
      await this.unitOfWork.run((tx) => this.events.failed(tx, row.id, (error as Error).message));
      // Stripe is away: the sweep takes it up again. Anything else is a fault of ours and shows as one.
      if (!(error instanceof ProviderFailure)) throw error;
      if (error.kind === 'no') await this.unitOfWork.run((tx) => this.events.close(tx, row.id, 'ignored'));
      this.log.warn(`${row.type} ${row.stripe_event_id} not applied: ${error.code}`);
    }
  }

  private async look({ type, object_id: id }: StripeEventRow): Promise<boolean> {
    const about = HANDLED_EVENTS[type];
    if (!about || (!id && about !== 'balance')) return false;
    if (about === 'session') await this.session.look(id!);
    if (about === 'intent') return this.intent.look(id!);
    if (about === 'refund') await this.refund.look(id!);
    if (about === 'dispute') await this.dispute.look(id!);
    if (about === 'payout') await this.payout.look(id!);
    if (about === 'balance' || about === 'dispute' || about === 'payout' || about === 'refund') await this.balance.lookSoon();
    return true;
  }
}
