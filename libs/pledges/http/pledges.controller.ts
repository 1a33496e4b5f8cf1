import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fromWire, wire } from '#kernel';
import { Payments } from '#payments';
import {
  type Actor,
  Anyone,
  Caller,
  Idempotent,
  IdParam,
  InContract,
  type KnownRequest,
  LinkHolder,
  ListQuery,
  MaybeCaller,
  Member,
  idempotencyKey,
} from '#platform';
import { refuse } from '../domain/pledge.refusals.js';
import { ChangePledge } from '../use-cases/change-pledge.js';
import { MakePledge } from '../use-cases/make-pledge.js';
import { ReadPledge } from '../use-cases/read-pledge.js';
import { RecoverPledge } from '../use-cases/recover-pledge.js';
import { ShowPledges } from '../use-cases/show-pledges.js';
import { ChangePledgeBody, LinkQuery, MakePledgeBody } from './pledge.body.js';
import {
  ChangedPledgeView,
  PledgeMadeView,
  PledgePageView,
  PledgeView,
  PublicPledgePageView,
  RecoveryView,
  transferView,
} from './pledge.view.js';

@InContract((api) => api.ApiTags('pledges'))
@Controller('api/v1')
export class PledgesController {
  constructor(
    private readonly make: MakePledge,
    private readonly read: ReadPledge,
    private readonly show: ShowPledges,
    private readonly changePledge: ChangePledge,
    private readonly recoverPledge: RecoverPledge,
    private readonly payments: Payments,
  ) {}

  /**
   * Makes a pledge, signed in or as a guest with a name and a mail address. The same `Idempotency-Key` makes one pledge
   * however often it is sent. More than the campaign's target leaves is refused with `TARGET_REACHED`, more than one person may pledge with
   * `BACKER_CAP`; `details.left` says what is left in minor units (of the cap only to members). Follow `next.url` to the payment page, or transfer as `next.transfer` says.
   */
  @Post('campaigns/:id/pledges')
  @InContract((api) =>
    api.ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', minLength: 8, maxLength: 255, pattern: '^[\\x21-\\x7e]{8,255}$' },
    }),
  )
  @Anyone()
  async pledge(
    @Req() request: KnownRequest,
    @IdParam('id') campaignId: string,
    @Body() body: MakePledgeBody,
    @MaybeCaller() actor?: Actor,
  ): Promise<PledgeMadeView> {
    const { pledgeId } = await this.make.execute(
      {
        campaignId,
        tierId: body.tierId ?? null,
        amount: fromWire(body.amount),
        display: body.display ?? 'public',
        method: body.method,
        coverFee: body.coverFee ?? false,
        organisation: body.organisation
          ? { name: body.organisation.name, address: body.organisation.address ?? null, po: body.organisation.po ?? null }
          : null,
        guest: body.guest && !actor ? { ...body.guest, locale: body.guest.locale ?? 'en' } : null,
        wishes: body.wishes?.length ? body.wishes : undefined,
      },
      actor?.accountId,
      idempotencyKey(request),
    );
    return this.made(pledgeId, body, actor);
  }

  /** One pledge, for its backer: signed in, or by link. */
  @Get('pledges/:id')
  @LinkHolder()
  async one(@IdParam('id') id: string, @Query() { link }: LinkQuery, @MaybeCaller() actor?: Actor): Promise<PledgeView> {
    return this.show.view(await this.read.asBacker(id, actor, link));
  }

  /** Leads on to the payment page. */
  @Get('pledges/:id/checkout')
  @InContract((api) => api.ApiExcludeEndpoint())
  @LinkHolder()
  async checkout(
    @IdParam('id') id: string,
    @Query() { link }: LinkQuery,
    @Res() reply: FastifyReply,
    @MaybeCaller() actor?: Actor,
  ): Promise<void> {
    await this.read.asBacker(id, actor, link);
    const url = await this.payments.visitUrl({ kind: 'pledge', id });
    if (!url) throw refuse.PAGE_NOT_READY();
    await reply.status(303).header('location', url).header('cache-control', 'no-store').send();
  }

  /** Until the deadline: another amount, another card, another display. A raise above what is left is refused with `TARGET_REACHED` or `BACKER_CAP`, as a new pledge is. */
  @Post('pledges/:id/change')
  @HttpCode(200)
  @LinkHolder()
  async change(
    @IdParam('id') id: string,
    @Query() { link }: LinkQuery,
    @Body() body: ChangePledgeBody,
    @MaybeCaller() actor?: Actor,
  ): Promise<ChangedPledgeView> {
    await this.read.asBacker(id, actor, link);
    const { amount, ...rest } = body;
    const { visit } = await this.changePledge.change(id, { ...rest, ...(amount ? { amount: fromWire(amount) } : {}) });
    const pledge = await this.read.asBacker(id, actor, link);
    return { pledge: await this.show.view(pledge), url: visit ? this.show.checkoutPath(pledge, link !== undefined) : null };
  }

  /** Until the deadline: nothing is charged, and the place is free again. */
  @Post('pledges/:id/withdraw')
  @HttpCode(200)
  @LinkHolder()
  async withdraw(@IdParam('id') id: string, @Query() { link }: LinkQuery, @MaybeCaller() actor?: Actor): Promise<PledgeView> {
    await this.read.asBacker(id, actor, link);
    await this.changePledge.withdraw(id);
    return this.show.view(await this.read.asBacker(id, actor, link));
  }

  /** After a declined charge: pay now on the payment page, with any card. */
  @Post('pledges/:id/recover')
  @HttpCode(200)
  @Idempotent()
  @LinkHolder()
  async recover(@IdParam('id') id: string, @Query() { link }: LinkQuery, @MaybeCaller() actor?: Actor): Promise<RecoveryView> {
    await this.read.asBacker(id, actor, link);
    const result = await this.recoverPledge.execute(id);
    return 'url' in result ? { url: result.url, collected: false } : { url: null, collected: true };
  }

  /** My pledges, newest first. */
  @Get('me/pledges')
  @Member()
  mine(@Caller() actor: Actor, @Query() query: ListQuery): Promise<PledgePageView> {
    return this.show.ofBacker(actor.accountId, query);
  }

  /** A campaign's pledges as their backers want them seen, newest first. */
  @Get('campaigns/:id/pledges')
  @Anyone()
  publicly(@IdParam('id') id: string, @Query() query: ListQuery): Promise<PublicPledgePageView> {
    return this.show.publicly(id, query);
  }

  private async made(pledgeId: string, body: MakePledgeBody, actor: Actor | undefined): Promise<PledgeMadeView> {
    if (body.method === 'card') return this.show.madeByCard(pledgeId, fromWire(body.amount), body.coverFee ?? false, actor === undefined);
    const { pledge, campaign } = await this.show.withCampaign(pledgeId);
    return {
      pledgeId,
      link: actor ? null : this.show.linkOf(pledge),
      total: wire(pledge.amount_minor, pledge.currency),
      feeCovered: wire(0n, pledge.currency),
      next: { url: null, transfer: transferView(pledge, campaign.bank_details) },
    };
  }
}
