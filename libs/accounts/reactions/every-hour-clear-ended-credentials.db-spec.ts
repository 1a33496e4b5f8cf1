import { randomBytes } from 'node:crypto';
import { type TestAccount, type World, testWorld } from '../../../test/support/world.js';
import { ChangeCredentials } from '../use-cases/change-credentials.js';
import { UseLink } from '../use-cases/use-link.js';
import { EveryHourClearEndedCredentials } from './every-hour-clear-ended-credentials.js';

const AN_HOUR_MS = 3_600_000;
const A_DAY_MS = 24 * AN_HOUR_MS;

describe('Credentials that have ended', () => {
  let world: World;
  let ann: TestAccount;
  beforeAll(async () => {
    world = await testWorld();
    ann = await world.account();
  });
  afterAll(() => world.close());

  const left = async (table: string): Promise<number> =>
    (await world.database.one<{ n: number }>(`select count(*)::int as n from accounts.${table}`)).n;
  const clear = (): Promise<void> => world.get(EveryHourClearEndedCredentials).run();
  const session = (begun: number, seen: number): Promise<number> =>
    world.database.run(
      'insert into accounts.session (token_hash, account_id, credential_version, created_at, seen_at) values ($1, $2, 1, $3, $4)',
      [randomBytes(32), ann.accountId, ago(begun), ago(seen)],
    );
  const ago = (ms: number): Date => new Date(world.clock.now().getTime() - ms);

  it('sessions unused for eight hours or begun two weeks ago go; those that hold stay', async () => {
    await session(9 * AN_HOUR_MS, 8 * AN_HOUR_MS);
    await session(14 * A_DAY_MS, 0);
    await session(13 * A_DAY_MS, 7 * AN_HOUR_MS);
    await clear();
    expect(await left('session')).toBe(1);
  });

  it('links go a day after they were used or ran out, not before: the limit on mails counts them', async () => {
    const { email } = ann;
    await world.get(UseLink).request('sign_in', email);
    await world.get(UseLink).request('reset', email);
    world.clock.advance(A_DAY_MS);
    await clear();
    expect(await left('one_time_link')).toBe(2);
    world.clock.advance(AN_HOUR_MS);
    await clear();
    expect(await left('one_time_link')).toBe(0);
  });

  it('tokens go thirty days after they expired or were revoked', async () => {
    const credentials = world.get(ChangeCredentials);
    await credentials.makeToken(ann, 'for ten days', 10);
    await credentials.makeToken(ann, 'for a year', 365);
    world.clock.advance(40 * A_DAY_MS);
    await clear();
    expect(await left('access_token')).toBe(2);
    world.clock.advance(1);
    await clear();
    expect(await left('access_token')).toBe(1);
  });

  it('failed sign-ins go when they no longer count', async () => {
    await world.database.run(`insert into accounts.failed_sign_in (email_key, at) select 'ann', $1 from generate_series(1, 1500)`, [
      world.clock.now(),
    ]);
    await clear();
    expect(await left('failed_sign_in')).toBe(1_500);
    world.clock.advance(AN_HOUR_MS / 4 + 1);
    await clear();
    expect(await left('failed_sign_in')).toBe(0);
  });
});
