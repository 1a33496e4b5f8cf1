import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Anyone, Caller, HttpConfig, InContract, Member } from '#platform';
import type { AccountRow } from '../store/accounts.store.js';
import { CredentialsGuard } from '../strategies/credentials.guard.js';
import { ChangeCredentials } from '../use-cases/change-credentials.js';
import { SignIn } from '../use-cases/sign-in.js';
import { SignUp } from '../use-cases/sign-up.js';
import { UseLink } from '../use-cases/use-link.js';
import { AcceptedView, LinkUsedView } from './account.view.js';
import { AskForMailBody, ChangePasswordBody, LinkBody, ResetPasswordBody, SignInBody, SignUpBody } from './auth.body.js';
import { clearSession, sessionCookie, setSession } from './session-cookie.js';

/** Sign-in routes are tried more slowly than others, per address. */
const Slow = RouteConfig({ rateLimit: { max: 30, timeWindow: 60_000 } });
const agent = (request: FastifyRequest): string => request.headers['user-agent'] ?? '';

@InContract((api) => api.ApiTags('accounts'))
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly signUp: SignUp,
    private readonly signIn: SignIn,
    private readonly links: UseLink,
    private readonly credentials: ChangeCredentials,
    private readonly http: HttpConfig,
  ) {}

  /** Opens an account and mails a link to confirm the address. */
  @Post('sign-up')
  @HttpCode(202)
  @Slow
  @Anyone()
  async open(@Body() body: SignUpBody): Promise<AcceptedView> {
    await this.signUp.execute({ ...body, locale: body.locale ?? 'en' });
    return { accepted: true };
  }

  /** Confirms an address with the mailed link and signs in. */
  @Post('confirm')
  @HttpCode(200)
  @Slow
  @Anyone()
  async confirm(
    @Body() { token }: LinkBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkUsedView> {
    const { session, wayBack } = await this.links.confirm(token, agent(request));
    await this.begin(request, reply, session);
    return { accepted: true, wayBack };
  }

  /** Signs in with e-mail and password; sets the session cookie. */
  @Post('login')
  @HttpCode(200)
  @Slow
  @Anyone()
  @UseGuards(CredentialsGuard)
  async login(
    @Body() _body: SignInBody,
    @Req() request: FastifyRequest & { user: AccountRow },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedView> {
    await this.begin(request, reply, await this.signIn.execute(request.user, agent(request)));
    return { accepted: true };
  }

  /** Mails a link that signs in once, within 15 minutes. */
  @Post('link')
  @HttpCode(202)
  @Slow
  @Anyone()
  async sendLink(@Body() { email, wayBack }: AskForMailBody): Promise<AcceptedView> {
    await this.links.request('sign_in', email, wayBack);
    return { accepted: true };
  }

  /** Signs in with a mailed link. */
  @Post('link/use')
  @HttpCode(200)
  @Slow
  @Anyone()
  @UseGuards(AuthGuard('link'))
  async useLink(
    @Body() _body: LinkBody,
    @Req() request: FastifyRequest & { user: { link: string } },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkUsedView> {
    const { session, wayBack } = await this.links.signIn(request.user.link, agent(request));
    await this.begin(request, reply, session);
    return { accepted: true, wayBack };
  }

  /** Mails a link to choose a new password. */
  @Post('reset')
  @HttpCode(202)
  @Slow
  @Anyone()
  async sendReset(@Body() { email, wayBack }: AskForMailBody): Promise<AcceptedView> {
    await this.links.request('reset', email, wayBack);
    return { accepted: true };
  }

  /** Sets a new password with a mailed link; every session and access token ends. */
  @Post('reset/use')
  @HttpCode(200)
  @Slow
  @Anyone()
  async reset(@Body() { token, password }: ResetPasswordBody): Promise<LinkUsedView> {
    return { accepted: true, wayBack: await this.links.resetPassword(token, password) };
  }

  /** Changes the password; every other session and every access token ends. */
  @Post('password')
  @HttpCode(200)
  @Slow
  @Member()
  async changePassword(
    @Body() body: ChangePasswordBody,
    @Caller() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedView> {
    setSession(reply, this.http, await this.credentials.changePassword(actor, body.current, body.next, agent(request)));
    return { accepted: true };
  }

  /** Ends this session. */
  @Post('logout')
  @HttpCode(200)
  @Anyone()
  async logout(@Caller() actor: Actor | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<AcceptedView> {
    if (actor?.sessionId) await this.credentials.signOut(actor.sessionId);
    clearSession(reply, this.http);
    return { accepted: true };
  }

  /** Ends every session of the caller, on every device, and every access token but the one that asks. */
  @Post('logout-everywhere')
  @HttpCode(200)
  @Member()
  async logoutEverywhere(@Caller() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<AcceptedView> {
    await this.credentials.signOutEverywhere(actor);
    clearSession(reply, this.http);
    return { accepted: true };
  }

  /** The browser's session from here on; the one it came with ends, whosever it was. */
  private async begin(request: FastifyRequest, reply: FastifyReply, secret: string): Promise<void> {
    const before = request.cookies[sessionCookie(this.http).name];
    if (before) await this.credentials.signOut(before);
    setSession(reply, this.http, secret);
  }
}
