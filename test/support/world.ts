import { type DynamicModule, Logger, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyInstance } from 'fastify';
import supertest from 'supertest';
import { Accounts, AccountsModule, ChangeCredentials } from '#accounts';
import { Clock, FrozenClock, type Id, newId } from '#kernel';
import {
  type Actor,
  type Config,
  Database,
  DatabaseConfig,
  type EventScope,
  EventScopes,
  HttpConfig,
  Jobs,
  MailConfig,
  PlatformModule,
  type Role,
  RuntimeConfig,
  StripeConfig,
  UnitOfWork,
  harden,
  httpAdapter,
} from '#platform';
import { keepContract } from './contract-keeper.js';
import { freshDatabase } from './database.js';

/** A test machine may be busy with many worlds at once; what waits for a connection is in order all the same. */
const PATIENCE_MS = 30_000;

/** The instant at which every test world begins. */
export const BEGINNING = new Date('2026-05-01T09:00:00Z');

export interface TestAccount {
  accountId: Id<'account'>;
  email: string;
  actor: Actor;
}

interface Options {
  stripe?: StripeConfig;
  http?: Partial<HttpConfig>;
  replicaUrl?: string;
  /** How long workers may be silent; 0, because in a test none works unless it is told to. */
  workerSilenceMs?: number;
}

/** The product's real modules on a database of their own, with a clock that stands still. Only the outside is missing. */
export class World {
  private accounts = 0;

  constructor(
    private readonly app: NestFastifyApplication,
    readonly clock: FrozenClock,
    private readonly dropDatabase: () => Promise<void>,
    /** Connection of the owner role, for tests that try what the application's role may not. */
    readonly ownerUrl: string,
    /** What the server answers at all, as the server itself knows it, such as `GET /api/v1/me`. */
    readonly routes: readonly string[],
  ) {}

  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get(type as Type<T>, { strict: false });
  }

  /** The server itself, for many questions that need no network. */
  get fastify(): FastifyInstance {
    return this.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  }

  /** Opens the server to the network. Answers its address. */
  listen(): Promise<string> {
    return this.fastify.listen({ port: 0, host: '127.0.0.1' });
  }

  get database(): Database {
    return this.get(Database);
  }

  get unitOfWork(): UnitOfWork {
    return this.get(UnitOfWork);
  }

  /** A supertest agent over the real server with all its limits. */
  http(): ReturnType<typeof supertest> {
    return supertest(this.app.getHttpServer());
  }

  /** Runs reactions and jobs until none is left; a failing one fails the test that waits for it. */
  async drain(): Promise<void> {
    await this.get(Jobs).runPending();
    const failed = await this.database.query<{ task: string; error: string }>(
      'select task_identifier as task, last_error as error from graphile_worker.jobs where last_error is not null',
    );
    if (failed.length) throw new Error(failed.map((f) => `${f.task}: ${f.error}`).join('\n'));
  }

  /** A confirmed account, with roles in events. */
  async account({
    name,
    roles = [],
    admin = false,
  }: { name?: string; roles?: { eventId: string; roles: Role[] }[]; admin?: boolean } = {}): Promise<TestAccount> {
    this.accounts += 1;
    const email = `person${this.accounts}@example.org`;
    const accounts = this.get(Accounts);
    const accountId = await this.unitOfWork.run(async (tx) => {
      const id = await accounts.ensureByEmail(tx, { email, name: name ?? `Person ${this.accounts}`, locale: 'en' });
      await accounts.confirm(tx, id);
      if (admin) await accounts.makeAdmin(tx, id);
      for (const held of roles) for (const role of held.roles) await accounts.grant(tx, held.eventId, id, role);
      return id;
    });
    const rolesIn = (eventId: string): readonly Role[] => roles.find((r) => r.eventId === eventId)?.roles ?? [];
    return { accountId, email, actor: { accountId, displayName: name ?? email, isAdmin: admin, sessionId: null, rolesIn } };
  }

  /** Headers that make a request this account's. */
  async signIn({ accountId }: TestAccount): Promise<{ authorization: string }> {
    const { token } = await this.get(ChangeCredentials).makeToken({ accountId }, 'test', 366);
    return { authorization: `Bearer ${token}` };
  }

  /** An event and its owner. */
  async event({ slug = `event-${newId().slice(-12)}`, currency = 'GBP' } = {}): Promise<{
    eventId: Id<'event'>;
    slug: string;
    scope: EventScope;
    owner: TestAccount;
  }> {
    const eventId = newId<'event'>();
    const owner = await this.account({ name: `Owner of ${slug}` });
    await this.unitOfWork.run(async (tx) => {
      await tx.run(
        `insert into events.event (id, slug, name, hashtag, time_zone, currency, created_at, created_by) values ($1, $2, $3, $4, 'Europe/London', $5, $6, $7)`,
        [eventId, slug, `Event ${slug}`, slug, currency, tx.now, owner.accountId],
      );
      await this.get(Accounts).grant(tx, eventId, owner.accountId, 'owner');
    });
    return { eventId, slug, scope: { eventId, slug, currency, timeZone: 'Europe/London' }, owner };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dropDatabase();
  }
}

/** Boots the given modules (and accounts) on a fresh database. */
export async function testWorld(modules: (Type | DynamicModule)[] = [], options: Options = {}): Promise<World> {
  Logger.overrideLogger(process.env.LOG ? ['log', 'warn', 'error'] : ['error']);
  const { ownerUrl, appUrl, drop } = await freshDatabase();
  const config: Config = {
    http: Object.assign(new HttpConfig(0, 'http://localhost:3000', undefined, false), options.http),
    database: new DatabaseConfig(appUrl, ownerUrl, options.replicaUrl, 16, PATIENCE_MS),
    stripe: options.stripe ?? new StripeConfig('sk_test_simulator', ['whsec_simulator'], 'http://127.0.0.1:1', undefined),
    mail: new MailConfig(undefined, 'WeGetTogether <hello@wegettogether.example>'),
    runtime: new RuntimeConfig(
      false,
      true,
      'off',
      BEGINNING,
      'silent',
      'a-secret-for-tests-of-at-least-32-chars',
      options.workerSilenceMs ?? 0,
    ),
  };
  const clock = new FrozenClock(BEGINNING);
  const module = await Test.createTestingModule({ imports: [PlatformModule.with(config), AccountsModule, ...modules] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(config), { rawBody: true });
  await harden(app, config);
  keepContract(app.getHttpAdapter().getInstance());
  const routes: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => void routes.push(...[method].flat().map((m) => `${m} ${url}`)));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const world = new World(app, clock, drop, ownerUrl, routes);
  registerScopesUnlessEventsDo(world);
  return world;
}

/** Where the events module is not part of a test, slugs are looked up in its table directly. */
function registerScopesUnlessEventsDo(world: World): void {
  const scopes = world.get(EventScopes);
  if (scopes.isRegistered) return;
  const select = 'select id as "eventId", slug, name, currency, time_zone as "timeZone" from events.event';
  scopes.register({
    bySlug: (slug) => world.database.maybe<EventScope>(`${select} where slug = $1`, [slug]),
    namesOf: async (ids) => {
      const rows = await world.database.query<EventScope & { name: string }>(`${select} where id = any($1::uuid[])`, [ids]);
      return new Map(rows.map((r) => [r.eventId as string, { slug: r.slug, name: r.name }]));
    },
  });
}
