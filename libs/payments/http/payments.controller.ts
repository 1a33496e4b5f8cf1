import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { fromCursor, money, pageOf, toWire } from '#kernel';
import { Database, EventRoles, type EventScope, ListQuery, Scope } from '#platform';
import { ExceptionsStore } from '../store/exceptions.store.js';
import { IntentsStore } from '../store/intents.store.js';
import { PayoutsStore } from '../store/payouts.store.js';
import { ExceptionView, PaymentPageView, PayoutPageView } from './payment.view.js';

/** What has come and gone through Stripe, for the treasurer. */
@ApiTags('payments')
@Controller('api/v1/events/:slug')
export class PaymentsController {
  constructor(
    private readonly database: Database,
    private readonly intents: IntentsStore,
    private readonly payouts: PayoutsStore,
    private readonly exceptions: ExceptionsStore,
  ) {}

  /** Payments, newest first. */
  @Get('payments')
  @EventRoles('treasurer', 'owner')
  async list(@Scope() scope: EventScope, @Query() { limit, after }: ListQuery): Promise<PaymentPageView> {
    const before = after ? String(fromCursor(after, 1)[0]) : null;
    const page = pageOf(await this.intents.listOf(this.database, scope.eventId, before, limit + 1), limit, (r) => [r.id]);
    return {
      next: page.next,
      items: page.items.map((r) => ({
        id: r.id,
        pledgeId: r.source_id,
        amount: toWire(money(r.amount_minor, r.currency)),
        feeCovered: toWire(money(r.fee_cover_minor, r.currency)),
        state: r.state,
        stripeId: r.stripe_id,
        refunding: toWire(money(r.refunding_minor, r.currency)),
        lost: toWire(money(r.lost_minor, r.currency)),
        createdAt: r.created_at.toISOString(),
        succeededAt: r.succeeded_at?.toISOString() ?? null,
      })),
    };
  }

  /** Payouts with this event's share of them, newest first. */
  @Get('payouts')
  @EventRoles('treasurer', 'owner')
  async listPayouts(@Scope() scope: EventScope, @Query() { limit, after }: ListQuery): Promise<PayoutPageView> {
    const before = after ? String(fromCursor(after, 1)[0]) : null;
    const page = pageOf(await this.payouts.listOf(this.database, scope.eventId, before, limit + 1), limit, (r) => [r.share_id]);
    return {
      next: page.next,
      items: page.items.map((r) => ({
        id: r.share_id,
        amount: toWire(money(r.share_minor, r.currency)),
        whole: toWire(money(r.amount_minor, r.currency)),
        status: r.status,
        state: r.share_state,
        arrivesOn: r.arrives_on,
        stripeId: r.stripe_id,
      })),
    };
  }

  /** What did not fit and waits for a person. */
  @Get('payments/exceptions')
  @EventRoles('treasurer', 'owner')
  async listExceptions(@Scope() scope: EventScope): Promise<ExceptionView[]> {
    const rows = await this.exceptions.open(this.database, scope.eventId);
    return rows.map((r) => ({ id: r.id, kind: r.kind, subject: r.subject, details: r.details, foundAt: r.found_at.toISOString() }));
  }
}
