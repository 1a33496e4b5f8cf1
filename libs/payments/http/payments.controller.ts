import { Controller, Get, Query } from '@nestjs/common';
import { wire } from '#kernel';
import { EventRoles, type EventScope, InContract, ListQuery, Scope } from '#platform';
import { ShowPayments } from '../use-cases/show-payments.js';
import { ExceptionView, PaymentPageView, PayoutPageView } from './payment.view.js';

/** What has come and gone through Stripe, for the treasurer. */
@InContract((api) => api.ApiTags('payments'))
@Controller('api/v1/events/:slug')
export class PaymentsController {
  constructor(private readonly show: ShowPayments) {}

  /** Payments, newest first. */
  @Get('payments')
  @EventRoles('treasurer', 'owner')
  async list(@Scope() scope: EventScope, @Query() query: ListQuery): Promise<PaymentPageView> {
    const page = await this.show.payments(scope.eventId, query);
    return {
      next: page.next,
      items: page.items.map((r) => ({
        id: r.id,
        pledgeId: r.source_id,
        backer: r.named?.payer ?? '',
        campaign: r.named?.purpose ?? '',
        reference: r.named?.reference ?? '',
        amount: wire(r.amount_minor, r.currency),
        feeCovered: wire(r.fee_cover_minor, r.currency),
        state: r.state,
        stripeId: r.stripe_id,
        refunding: wire(r.refunding_minor, r.currency),
        lost: wire(r.lost_minor, r.currency),
        createdAt: r.created_at.toISOString(),
        succeededAt: r.succeeded_at?.toISOString() ?? null,
      })),
    };
  }

  /** Payouts with this event's share of them, newest first. */
  @Get('payouts')
  @EventRoles('treasurer', 'owner')
  async listPayouts(@Scope() scope: EventScope, @Query() query: ListQuery): Promise<PayoutPageView> {
    const page = await this.show.payoutsOf(scope.eventId, query);
    return {
      next: page.next,
      items: page.items.map((r) => ({
        id: r.share_id,
        amount: wire(r.share_minor, r.currency),
        whole: wire(r.amount_minor, r.currency),
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
    const rows = await this.show.exceptionsOf(scope.eventId);
    return rows.map((r) => ({
      id: r.id,
      kind: r.kind,
      subject: r.subject,
      backer: r.named?.payer ?? null,
      campaign: r.named?.purpose ?? null,
      details: r.details,
      foundAt: r.found_at.toISOString(),
    }));
  }
}
