import { Body, Controller, Get, Header, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, Anyone, Caller, type EventScope, IdParam, LinkHolder, MaybeCaller, Member, Scope } from '#platform';
import { CastBallot } from '../use-cases/cast-ballot.js';
import { PublishRecount } from '../use-cases/publish-recount.js';
import { ShowBallots } from '../use-cases/show-ballots.js';
import { VerifyReceipt } from '../use-cases/verify-receipt.js';
import { resultView } from './ballot-views.js';
import { CastView, MyBallotView, VerifiedReceiptView } from './ballot.view.js';
import { CastBallotBody, VerifyReceiptBody } from './cast.body.js';
import { RecountKitView, ResultView } from './result.view.js';

@ApiTags('ballots')
@Controller('api/v1/events/:slug/ballots/:id')
export class VotesController {
  constructor(
    private readonly cast: CastBallot,
    private readonly shown: ShowBallots,
    private readonly verification: VerifyReceipt,
    private readonly publication: PublishRecount,
  ) {}

  /** Your ballot as it counts now. */
  @Get('my-ballot')
  @Member()
  mine(@Scope() scope: EventScope, @IdParam('id') id: string, @Caller() actor: Actor): Promise<MyBallotView> {
    return this.shown.mine(actor, scope, id);
  }

  /** Casts your ballot or replaces it: counted at once, nothing to confirm. Signed in, or with the receipt of the ballot to change. */
  @Put('my-ballot')
  @LinkHolder()
  async castMine(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() body: CastBallotBody,
    @MaybeCaller() actor: Actor | undefined,
  ): Promise<CastView> {
    const { countedAt, ...done } = await this.cast.execute(actor, scope, id, body.choices, body.receipt);
    return { ...done, countedAt: countedAt.toISOString() };
  }

  /** Looks a receipt up in the chain of commitments. */
  @Post('verify')
  @HttpCode(200)
  @Anyone()
  verify(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() { receipt }: VerifyReceiptBody): Promise<VerifiedReceiptView> {
    return this.verification.execute(scope, id, receipt);
  }

  /** Who won, by the official rule and by the others, with the reason for each proposal. Hidden until it is counted. */
  @Get('result')
  @Anyone()
  async result(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<ResultView> {
    return resultView(await this.shown.result(scope, id));
  }

  /** Rules, result, commitments and hashes for a recount. */
  @Get('publication')
  @Anyone()
  kit(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<RecountKitView> {
    return this.publication.kit(scope, id);
  }

  /** The ballots without their voters, as a Pabulib file. */
  @Get('publication.pb')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="ballots.pb"')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Anyone()
  file(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<string> {
    return this.publication.pabulib(scope, id);
  }
}
