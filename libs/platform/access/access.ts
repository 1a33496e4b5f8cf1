import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Id } from '#kernel';

/** What a person may be in one event. `owner` appoints everyone else. */
export const ROLES = [
  'owner',
  'organiser',
  'treasurer',
  'moderator',
  'estimator',
  'programme',
  'sponsors',
  'coordinator',
  'volunteer',
  'crew',
  'speaker',
] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking. Guests with a signed link are no actors: the verb that takes the link checks it. */
export interface Actor {
  readonly accountId: Id<'account'>;
  readonly displayName: string;
  readonly isAdmin: boolean;
  /** The browser session in use; null with an access token. */
  readonly sessionId: string | null;
  /** Hash of the access token in use; absent with a browser session. */
  readonly tokenHash?: Buffer;
  rolesIn(eventId: string): readonly Role[];
}

/** What the slug of an event looks like: small letters, digits and single dashes. */
export const SLUG = /^[a-z0-9](-?[a-z0-9]){1,39}$/;

/** The event that a route is about, as its slug resolved: every store method takes it or its id. */
export interface EventScope {
  readonly eventId: Id<'event'>;
  readonly slug: string;
  readonly currency: string;
  /** IANA zone, such as `Europe/London`. */
  readonly timeZone: string;
}

export type AccessRule =
  | { who: 'anyone' }
  | { who: 'link holder' }
  | { who: 'member' }
  | { who: 'event roles'; roles: readonly Role[] }
  | { who: 'platform admin' };

export const ACCESS = Symbol('access');

/** Anyone, signed in or not. Says so on purpose: a route without a rule is refused to everybody. */
export const Anyone = (): MethodDecorator => SetMetadata(ACCESS, { who: 'anyone' } satisfies AccessRule);
/** The holder of a signed link; the verb checks the link itself. */
export const LinkHolder = (): MethodDecorator => SetMetadata(ACCESS, { who: 'link holder' } satisfies AccessRule);
/** Any confirmed account that is not suspended. */
export const Member = (): MethodDecorator => SetMetadata(ACCESS, { who: 'member' } satisfies AccessRule);
/** A member who holds one of these roles in the event that the route's `:slug` names. */
export const EventRoles = (...roles: Role[]): MethodDecorator => SetMetadata(ACCESS, { who: 'event roles', roles } satisfies AccessRule);
export const PlatformAdmin = (): MethodDecorator => SetMetadata(ACCESS, { who: 'platform admin' } satisfies AccessRule);

/** What the guard leaves on a request. */
export interface KnownRequest extends FastifyRequest {
  user?: Actor;
  eventScope?: EventScope;
}

const requestOf = (context: ExecutionContext): KnownRequest => context.switchToHttp().getRequest<KnownRequest>();

/** The caller, on routes that need one. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).user);
/** The caller or undefined, on routes for anyone. */
export const MaybeCaller = Caller;
/** The event of `:slug`, on every route that has one. */
export const Scope = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).eventScope);
