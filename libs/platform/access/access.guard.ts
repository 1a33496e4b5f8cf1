import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { HttpConfig } from '../config/config.js';
import { setActor } from '../http/context.js';
import { ACCESS, type AccessRule, type Actor, type KnownRequest, SLUG } from './access.js';
import { accessRefusals } from './access.refusals.js';
import { EventScopes } from './event-scopes.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Decides each request by the one rule its route declares; no rule, no entry. The caller is found by passport's
 * `session` and `bearer` strategies, only when the request carries something to find them by.
 */
@Injectable()
export class AccessGuard extends AuthGuard(['session', 'bearer']) implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly scopes: EventScopes,
    private readonly http: HttpConfig,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (!rule) throw accessRefusals.NOT_FOUND();
    const request = context.switchToHttp().getRequest<KnownRequest>();
    if (request.headers.cookie) this.refuseOtherSites(request);
    if (request.headers.cookie || request.headers.authorization) await super.canActivate(context);
    const actor = request.user;
    if (actor) setActor(actor.accountId);
    const slug = (request.params as { slug?: string } | undefined)?.slug;
    if (slug !== undefined) {
      request.eventScope = SLUG.test(slug) ? await this.scopes.resolve(slug) : undefined;
      if (!request.eventScope) throw accessRefusals.NOT_FOUND();
    }
    this.decide(rule, actor, request);
    return true;
  }

  /** Passport answers `false` for nobody; whether nobody may come in is the rule's business. */
  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error;
    return (user || undefined) as T;
  }

  private decide(rule: AccessRule, actor: Actor | undefined, request: KnownRequest): void {
    if (rule.who === 'anyone' || rule.who === 'link holder') return;
    if (!actor) throw accessRefusals.SIGN_IN_NEEDED();
    if (rule.who === 'platform admin' && !actor.isAdmin) throw accessRefusals.NOT_ALLOWED();
    if (rule.who === 'event roles') {
      const held = actor.rolesIn(request.eventScope!.eventId);
      if (!held.some((role) => rule.roles.includes(role))) throw accessRefusals.NOT_ALLOWED({ needs: rule.roles });
    }
  }

  /** A cookie alone proves nothing about who made the browser send it: a write needs a same-origin proof beside it. */
  private refuseOtherSites({ method, headers }: KnownRequest): void {
    if (SAFE.has(method)) return;
    const { origin } = headers;
    const site = headers['sec-fetch-site'];
    if (site === 'same-origin' || headers['x-requested-with'] === 'wegettogether') return;
    if (origin && (origin === this.http.publicUrl || (URL.canParse(origin) && new URL(origin).host === headers.host))) return;
    throw accessRefusals.OTHER_SITE();
  }
}
