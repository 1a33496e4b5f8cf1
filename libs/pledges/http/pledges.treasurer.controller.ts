import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { fromWire } from '#kernel';
import { RefundPayment } from '#payments';
import { type Actor, Caller, EventRoles, type EventScope, Idempotent, IdParam, InContract, Scope } from '#platform';
import { ListWaitingRefunds } from '../use-cases/list-waiting-refunds.js';
import { RefundPledge } from '../use-cases/refund-pledge.js';
import { ShowPledges } from '../use-cases/show-pledges.js';
import { RefundBody } from './pledge.body.js';
import { PledgesQuery } from './pledges.query.js';
import { DonePledgeView, FullPledgePageView, RefundView } from './pledge.view.js';
import { WaitingRefundsView } from './refund.view.js';

/** What the treasurer sees and does with pledges. */
@InContract((api) => api.ApiTags('pledges'))
@Controller('api/v1/events/:slug')
export class PledgesTreasurerController {
  constructor(
    private readonly refundPledge: RefundPledge,
    private readonly show: ShowPledges,
    private readonly refunds: RefundPayment,
    private readonly waitingRefunds: ListWaitingRefunds,
  ) {}

  /** Every pledge of a campaign with its backer, newest first; one state of them where it is asked for. */
  @Get('campaigns/:id/pledges')
  @EventRoles('treasurer', 'owner')
  list(@Scope() scope: EventScope, @IdParam('id') id: string, @Query() query: PledgesQuery): Promise<FullPledgePageView> {
    return this.show.fully(scope.eventId, id, query);
  }

  /** Gives money back, wholly or in part; above a limit a second treasurer has to approve. */
  @Post('pledges/:id/refund')
  @Idempotent()
  @EventRoles('treasurer')
  async refund(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: RefundBody,
  ): Promise<RefundView> {
    return this.refundPledge.execute({
      eventId: scope.eventId,
      pledgeId: id,
      amount: fromWire(body.amount),
      reason: body.reason,
      by: actor.accountId,
    });
  }

  /** Refunds that wait for a second treasurer, oldest first; at most a hundred. */
  @Get('refunds')
  @EventRoles('treasurer', 'owner')
  async waiting(@Scope() scope: EventScope): Promise<WaitingRefundsView> {
    return { items: await this.waitingRefunds.execute(scope.eventId) };
  }

  /** Approves a refund that another treasurer asked for. */
  @Post('refunds/:id/approve')
  @HttpCode(200)
  @Idempotent()
  @EventRoles('treasurer')
  async approve(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<DonePledgeView> {
    await this.refunds.approve(scope.eventId, id, actor.accountId);
    return { done: true };
  }

  /** Does not give it: the amount is free again. */
  @Post('refunds/:id/refuse')
  @HttpCode(200)
  @EventRoles('treasurer')
  async refuse(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<DonePledgeView> {
    await this.refunds.refuse(scope.eventId, id);
    return { done: true };
  }
}
