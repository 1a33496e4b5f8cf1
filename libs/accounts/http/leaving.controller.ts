import { Body, Controller, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { type Actor, Caller, HttpConfig, InContract, Member } from '#platform';
import { EraseAccount } from '../use-cases/erase-account.js';
import { ExportMe } from '../use-cases/export-me.js';
import { AcceptedView } from './account.view.js';
import { EraseAccountBody } from './leaving.body.js';
import { ExportView, LeavingView } from './leaving.view.js';
import { clearSession } from './session-cookie.js';

const Slow = RouteConfig({ rateLimit: { max: 30, timeWindow: 60_000 } });

/** What people take away, and how they leave. */
@InContract((api) => api.ApiTags('accounts'))
@Controller('api/v1/me')
export class LeavingController {
  constructor(
    private readonly eraseAccount: EraseAccount,
    private readonly exportMe: ExportMe,
    private readonly http: HttpConfig,
  ) {}

  /** What is kept of the caller, as JSON. */
  @Get('export')
  @Header('content-disposition', 'attachment; filename="wegettogether-my-data.json"')
  @Header('cache-control', 'no-store')
  @Member()
  takeaway(@Caller() actor: Actor): Promise<ExportView> {
    return this.exportMe.execute(actor);
  }

  /** What has to end before the account can be erased. */
  @Get('erase')
  @Member()
  ask(@Caller() actor: Actor): Promise<LeavingView> {
    return this.eraseAccount.ask(actor);
  }

  /** Mails a link that confirms the erasure, for those without a password. */
  @Post('erase/link')
  @HttpCode(202)
  @Slow
  @Member()
  async sendLink(@Caller() actor: Actor): Promise<AcceptedView> {
    await this.eraseAccount.sendLink(actor);
    return { accepted: true };
  }

  /**
   * Erases the caller's account for good: name, address, password, sessions, tokens, roles and mails go, ballots in open votes are
   * withdrawn. Books and counted votes keep what they say, without the person.
   */
  @Post('erase')
  @HttpCode(200)
  @Slow
  @Member()
  async erase(
    @Body() body: EraseAccountBody,
    @Caller() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedView> {
    await this.eraseAccount.execute(actor, body);
    clearSession(reply, this.http);
    return { accepted: true };
  }
}
