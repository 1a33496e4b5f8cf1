import { Body, Controller, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, Anyone, Caller, type EventScope, IdParam, InContract, LinkHolder, MaybeCaller, Member, Scope } from '#platform';
import { CastBallot } from '../use-cases/cast-ballot.js';
import { ShowBallots } from '../use-cases/show-ballots.js';
import { VerifyReceipt } from '../use-cases/verify-receipt.js';
import { filledBallotView } from './ballot-views.js';
import { CastView, MyBallotView, VerifiedReceiptView } from './ballot.view.js';
import { CastBallotBody, VerifyReceiptBody, ballotOf } from './cast.body.js';
import { resultView } from './result-views.js';
import { ResultQuery } from './result.query.js';
import { ResultView } from './result.view.js';

@InContract((api) => api.ApiTags('ballots'))
@Controller('api/v1/events/:slug/ballots/:id')
export class VotesController {
  constructor(
    private readonly cast: CastBallot,
    private readonly shown: ShowBallots,
    private readonly verification: VerifyReceipt,
  ) {}

  /** Your ballot as it counts now. */
  @Get('my-ballot')
  @Member()
  async mine(@Scope() scope: EventScope, @IdParam('id') id: string, @Caller() actor: Actor): Promise<MyBallotView> {
    const { ballot, ...mine } = await this.shown.mine(actor, scope, id);
    return { ...mine, ballot: ballot && filledBallotView(ballot) };
  }

  /** Casts your ballot or replaces it: counted at once, nothing to confirm. Signed in, with a printed code, or with the receipt of the ballot to change. */
  @Put('my-ballot')
  @LinkHolder()
  async castMine(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() body: CastBallotBody,
    @MaybeCaller() actor: Actor | undefined,
    @Req() request: FastifyRequest,
  ): Promise<CastView> {
    const voter = { actor, code: body.code, receipt: body.receipt, network: request.ip, device: request.headers['user-agent'] };
    const { countedAt, ballot, ...done } = await this.cast.execute(voter, scope, id, ballotOf(body));
    return { ...done, ballot: filledBallotView(ballot), countedAt: countedAt.toISOString() };
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
  async result(@Scope() scope: EventScope, @IdParam('id') id: string, @Query() { reasons }: ResultQuery): Promise<ResultView> {
    return resultView(await this.shown.result(scope, id), reasons);
  }
}
