import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { InjectOptions } from 'fastify';
import { DocsController } from '../../apps/api/src/docs/docs.controller.js';
import { modules } from '../../apps/api/src/modules.js';
import { newId } from '#kernel';
import { ROLES } from '#platform';
import { type Route, allRoutes } from '../support/routes.js';
import { type World, testWorld } from '../support/world.js';

type Expected = 'in' | '401' | '403';

/** Everyone who might call: by what they are in this event, or in another one. */
const CALLERS = ['nobody', 'member', ...ROLES, 'owner elsewhere', 'admin', 'suspended'] as const;
type Caller = (typeof CALLERS)[number];

/** What the rule of a route means for a caller: let in, or refused with this status. */
function expected({ rule }: Route, caller: Caller): Expected {
  if (rule?.who === 'anyone' || rule?.who === 'link holder') return 'in';
  if (caller === 'nobody' || caller === 'suspended') return '401';
  if (rule?.who === 'member') return 'in';
  if (rule?.who === 'platform admin') return caller === 'admin' ? 'in' : '403';
  return rule?.who === 'event roles' && (rule.roles as readonly string[]).includes(caller) ? 'in' : '403';
}

@Module({ controllers: [DocsController] })
class DocsModule {}

/** Streams have no end: that one begins says that the caller was let in. */
const isStream = ({ path }: Route): boolean => path.endsWith('/live');
const A_MOMENT_MS = 250;

interface Answer {
  status: number;
  code?: string | undefined;
}

/** The code of a problem, where a body is one. */
const codeIn = (body: string): string | undefined => (body.startsWith('{') ? (JSON.parse(body) as { code?: string }).code : undefined);

/** Refusals of the guard; a verb that refuses for a reason of its own has let the caller in. */
const GUARD = new Set(['SIGN_IN_NEEDED', 'NOT_ALLOWED']);

function answerOf(path: string, { status, code }: Answer): Expected {
  expect([status, path]).not.toEqual([500, path]);
  return GUARD.has(code ?? '') ? (String(status) as Expected) : 'in';
}

describe('who may do what (ROL-1)', () => {
  const routes = allRoutes();
  let world: World;
  let slug: string;
  const headers = new Map<Caller, Record<string, string>>();

  beforeAll(async () => {
    world = await testWorld([...modules.slice(1), DocsModule]);
    const event = await world.event();
    const other = await world.event();
    slug = event.slug;
    headers.set('nobody', {});
    headers.set('member', await world.signIn(await world.account()));
    headers.set('owner elsewhere', await world.signIn(other.owner));
    headers.set('admin', await world.signIn(await world.account({ admin: true })));
    for (const role of ROLES)
      headers.set(role, await world.signIn(await world.account({ roles: [{ eventId: event.eventId, roles: [role] }] })));
    const suspended = await world.account({ roles: [{ eventId: event.eventId, roles: ['owner'] }] });
    headers.set('suspended', await world.signIn(suspended));
    const admin = headers.get('admin')!;
    await world
      .http()
      .post(`/api/v1/admin/accounts/${suspended.accountId}/suspend`)
      .set(admin)
      .send({ because: 'for this very test', keepContent: true })
      .expect(200);
  });
  afterAll(() => world.close());

  async function ask(route: Route, caller: Caller): Promise<Expected> {
    const { method, path } = route;
    const url = path.replace(':slug', slug).replace(/:\w+/g, () => newId());
    if (isStream(route)) return answerOf(path, await begin(url, caller));
    // Not over the network: there are thousands of questions, and the network is not what they are about.
    const { statusCode, body } = await world.fastify.inject({
      method: method as InjectOptions['method'],
      url,
      headers: { ...headers.get(caller), 'idempotency-key': newId() },
    });
    return answerOf(path, { status: statusCode, code: codeIn(body) });
  }

  /** What a stream says when it begins; that it goes on says that the caller was let in. */
  async function begin(url: string, caller: Caller): Promise<Answer> {
    try {
      const { status, text } = await world.http().get(url).set(headers.get(caller)!).timeout({ deadline: A_MOMENT_MS });
      return { status, code: codeIn(text) };
    } catch (error) {
      if ((error as { timeout?: number }).timeout) return { status: 200 };
      throw error;
    }
  }

  it('answers every caller on every route as its rule says, in the own and in another event', async () => {
    const wrong: string[] = [];
    // What is only there outside production, and for everybody, would move the clock.
    for (const route of routes.filter((r) => !r.path.startsWith('/dev'))) {
      for (const caller of CALLERS) {
        const answer = await ask(route, caller);
        if (answer !== expected(route, caller))
          wrong.push(`${route.method} ${route.path} as ${caller}: ${answer}, expected ${expected(route, caller)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('knows every route that the server answers: none is there beside the controllers and their rules', () => {
    const declared = new Set(routes.map((r) => `${r.method} ${r.path}`));
    expect(world.routes.length).toBeGreaterThan(200);
    expect(world.routes.filter((r) => !r.startsWith('HEAD ') && !declared.has(r))).toEqual([]);
  });

  it('is written down: the table in test/api/access-table.md is the one the routes declare', () => {
    const head = `| route | ${CALLERS.join(' | ')} |\n|---|${CALLERS.map(() => '---').join('|')}|`;
    const rows = routes
      .map((r) => `| ${r.method} ${r.path.replace('/api/v1', '')} | ${CALLERS.map((c) => expected(r, c)).join(' | ')} |`)
      .sort();
    const table = `# Who may do what\n\nWritten by \`test/api/access.e2e-spec.ts\` from the routes (\`UPDATE=1\` writes it anew). "in" means the guard lets the caller in; the verb may still say no.\n\n${head}\n${rows.join('\n')}\n`;
    const file = join(__dirname, 'access-table.md');
    if (process.env.UPDATE) writeFileSync(file, table);
    expect(readFileSync(file, 'utf8')).toBe(table);
  });
});
