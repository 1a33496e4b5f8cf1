import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { type Actor, Caller, IdParam, InContract, Member } from '#platform';
import { ChangeCredentials } from '../use-cases/change-credentials.js';
import { ChangeMe } from '../use-cases/change-me.js';
import { ShowMe } from '../use-cases/show-me.js';
import { AccessTokensView, AcceptedView, MeView, NewTokenView } from './account.view.js';
import { ChangeMeBody } from './me.body.js';
import { MakeTokenBody } from './team.body.js';

@InContract((api) => api.ApiTags('accounts'))
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly showMe: ShowMe,
    private readonly changeMe: ChangeMe,
    private readonly credentials: ChangeCredentials,
  ) {}

  /** Who is asking, and what they may do where. */
  @Get()
  @Member()
  me(@Caller() actor: Actor): Promise<MeView> {
    return this.showMe.execute(actor);
  }

  /** Changes how the caller is called, or the language of their mails and pages. */
  @Patch()
  @Member()
  async change(@Body() body: ChangeMeBody, @Caller() actor: Actor): Promise<MeView> {
    await this.changeMe.execute(actor, body);
    return this.showMe.execute(actor);
  }

  @Get('tokens')
  @Member()
  tokens(@Caller() actor: Actor): Promise<AccessTokensView> {
    return this.showMe.tokens(actor);
  }

  /** Makes a personal access token, shown this once. One made with a token ends with that token at the latest. */
  @Post('tokens')
  @Member()
  async makeToken(@Body() { name, days }: MakeTokenBody, @Caller() actor: Actor): Promise<NewTokenView> {
    const made = await this.credentials.makeToken(actor, name, days);
    return { ...made, expiresAt: made.expiresAt.toISOString() };
  }

  @Delete('tokens/:id')
  @HttpCode(200)
  @Member()
  async revoke(@IdParam('id') id: string, @Caller() actor: Actor): Promise<AcceptedView> {
    await this.credentials.revokeToken(actor.accountId, id);
    return { accepted: true };
  }
}
