import type { InjectOptions } from 'fastify';
import { ROLES, StripeConfig } from '#platform';
import { modules } from '../../apps/api/src/modules.js';
import { type RunningStripeSim, startStripeSim } from '../../apps/stripe-sim/src/index.js';
import { readContract } from '../support/contract.js';
import { Fuzzer, type Send } from '../support/fuzz/fuzzer.js';
import { SuspendAccount } from '../../libs/accounts/use-cases/suspend-account.js';
import { Meanwhile } from '../support/fuzz/meanwhile.js';
import { BEGINNING, type TestAccount, type World, testWorld } from '../support/world.js';

/** `FUZZ_SEED` repeats a run; `FUZZ_ROUNDS` makes it longer; `FUZZ_SHOW=1` lists what was not reached. */
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 1);

const SECRET = 'whsec_for_the_fuzzer_0123456789';
/** Days that go by before each pass of insisting: votes and campaigns of three weeks open, end, are counted and collected. */
const DAYS = [0, 0, 2, 0, 22, 2, 9, 0];

/** Of a hundred operations so many give what they are asked for before nobody insists any more; a rule set early may lock a whole event. */
const SHARE = 80;
const EVENTS = 5;

const CALLERS = ['nobody', 'member', 'team', 'colleague', 'admin'] as const;

describe(`no input breaks it (B5), seed ${SEED}`, () => {
  let stripe: RunningStripeSim;
  let world: World;
  let fuzzer: Fuzzer;
  let meanwhile: Meanwhile;
  let slugs: string[];
  let bystander: TestAccount;
  const accounts = new Map<string, TestAccount>();
  const headers = new Map<string, { authorization?: string }>();
  let newcomer: (caller: string) => Promise<TestAccount>;

  beforeAll(async () => {
    stripe = await startStripeSim({ seed: 'fuzz', clock: 'frozen', startAt: BEGINNING.getTime() });
    world = await testWorld(modules.slice(1), {
      stripe: new StripeConfig('sk_test_fuzz', [SECRET], stripe.url, undefined),
    });
    stripe.sim.addWebhook(`${await world.listen()}/webhooks/stripe`, SECRET);
    const made = [];
    for (let i = 0; i <= EVENTS; i += 1) made.push(await world.event());
    const everywhere = made.map(({ eventId }) => ({ eventId, roles: [...ROLES] }));
    newcomer = (caller) => world.account({ admin: caller === 'admin', roles: ['team', 'colleague'].includes(caller) ? everywhere : [] });
    for (const caller of CALLERS.slice(1)) accounts.set(caller, await newcomer(caller));
    for (const caller of CALLERS) await signIn(caller);
    const [other, first, ...later] = made.map(({ slug }) => slug);
    fuzzer = new Fuzzer(readContract(), first!, { seed: SEED, callers: CALLERS, otherSlug: other!, send });
    slugs = later;
    bystander = await world.account({ roles: everywhere });
    fuzzer.know('account', bystander.accountId);
    meanwhile = new Meanwhile(world, stripe, fuzzer);
  });
  afterAll(async () => {
    await world.close();
    await stripe.close();
  });

  async function signIn(caller: string): Promise<void> {
    const account = accounts.get(caller);
    // Somebody may have shut the caller out: then they are let in again.
    if (account)
      await world
        .get(SuspendAccount)
        .unsuspend(account.accountId)
        .catch(() => undefined);
    headers.set(caller, account ? await world.signIn(account) : {});
  }

  const send: Send = async ({ method, url, headers: extra, payload }, caller) => {
    const response = await world.fastify.inject({
      method: method as InjectOptions['method'],
      url,
      headers: { ...headers.get(caller), ...extra },
      payload,
    });
    // Somebody who has left for good is followed by somebody else.
    if (method === 'POST' && url.endsWith('/me/erase') && response.statusCode < 300) {
      accounts.set(caller, await newcomer(caller));
      await signIn(caller);
    }
    // What a caller did may have ended the caller's own access.
    if (response.statusCode === 401 && caller !== 'nobody' && !extra.authorization) await signIn(caller);
    return { status: response.statusCode, type: String(response.headers['content-type'] ?? ''), body: response.body };
  };

  const found = (): string => [...fuzzer.faults.values()].join('\n');

  it('answers every operation as documented when it is asked well', async () => {
    await fuzzer.wellBehaved(CALLERS.length + 1);
    expect(found()).toBe('');
  });

  it('gives four of five operations what they ask for, once somebody insists', async () => {
    await fuzzer.insist(DAYS.length, (pass) => meanwhile.goesOn(DAYS[pass]!));
    for (const slug of slugs) {
      if (fuzzer.share >= SHARE) break;
      fuzzer.turnTo(slug);
      fuzzer.know('account', bystander.accountId);
      await fuzzer.wellBehaved(CALLERS.length);
      await fuzzer.insist(DAYS.length, (pass) => meanwhile.goesOn(DAYS[pass]!));
    }
    expect(found()).toBe('');
    if (process.env.FUZZ_SHOW) console.info(fuzzer.unreached.join('\n'));
    expect(fuzzer.share).toBeGreaterThanOrEqual(SHARE);
  }, 400_000);

  it(
    'answers everything wrong with a documented refusal, and never accepts what breaks the contract',
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) await fuzzer.badlyBehaved(8);
      console.info(
        `contract: seed ${SEED}, ${fuzzer.requests} requests, ${fuzzer.reached.size} of ${fuzzer.operations.length} operations reached with 2xx`,
      );
      expect(found()).toBe('');
      expect(fuzzer.requests).toBeGreaterThanOrEqual(3_000);
    },
    300_000 * ROUNDS,
  );
});
