import { Injectable, Logger } from '@nestjs/common';
import { Database, Job, type JobWorker } from '#platform';
import { PaymentProvider, ProviderFailure } from '../domain/provider.js';
import { SessionsStore } from '../store/sessions.store.js';
import { ApplySession } from './apply-session.js';

/**
 * Asks Stripe to close a visit, and follows its word: `expired` frees the place, `complete` keeps it, no answer keeps it
 * too and asks again later. Never released on a clock alone: the payer may be typing a code (spec/stripe.md §3b).
 */
@Injectable()
@Job('end-checkout')
export class EndSession implements JobWorker<{ session: string }> {
  private readonly log = new Logger(EndSession.name);

  constructor(
    private readonly database: Database,
    private readonly provider: PaymentProvider,
    private readonly sessions: SessionsStore,
    private readonly applySession: ApplySession,
  ) {}

  async work({ session }: { session: string }): Promise<void> {
    await this.execute(session);
  }

  async execute(sessionId: string): Promise<void> {
    const row = await this.sessions.byId(this.database, sessionId);
    if (!row || (row.state !== 'planned' && row.state !== 'open')) return;
    if (!row.stripe_id) return this.applySession.giveUp(row.id);
    try {
      await this.applySession.apply(await this.provider.expireSession(row.stripe_id, `${row.id}:end`));
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      if (error.kind === 'no')
        await this.applySession.look(row.stripe_id).catch((e: Error) => this.log.warn(`visit ${row.id} not seen: ${e.message}`));
      else this.log.warn(`visit ${row.id} not ended: ${error.code}`);
    }
  }
}
