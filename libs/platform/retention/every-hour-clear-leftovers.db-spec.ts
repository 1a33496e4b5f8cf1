import { newId } from '#kernel';
import { type World, testWorld } from '../../../test/support/world.js';
import { Mailer } from '../mail/mailer.js';
import { EveryHourClearLeftovers } from './every-hour-clear-leftovers.js';

const A_DAY_MS = 86_400_000;

describe('What the platform keeps for a while', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const count = async (table: string): Promise<number> =>
    (await world.database.one<{ n: number }>(`select count(*)::int as n from ${table}`)).n;
  const clear = (): Promise<void> => world.get(EveryHourClearLeftovers).run();
  const remember = (rows: number): Promise<number> =>
    world.database.run(
      `insert into platform.idempotency (actor, key, request_hash, started_at, status) select 'somebody', 'key ' || $1::timestamptz || ' ' || n, '', $1::timestamptz, 200 from generate_series(1, $2) n`,
      [world.clock.now(), rows],
    );

  it('answers go after two weeks, however many have gathered, and younger ones stay', async () => {
    await remember(2_500);
    world.clock.advance(14 * A_DAY_MS - 1);
    await remember(3);
    await clear();
    expect(await count('platform.idempotency')).toBe(2_503);
    world.clock.advance(2);
    await clear();
    expect(await count('platform.idempotency')).toBe(3);
  });

  it('mails go after thirty days', async () => {
    const mail = { to: 'ann@example.org', subject: 'Hello', body: 'Hello', because: 'a test' };
    await world.unitOfWork.run((tx) => world.get(Mailer).send(tx, mail));
    world.clock.advance(30 * A_DAY_MS);
    await world.unitOfWork.run((tx) => world.get(Mailer).send(tx, mail));
    await clear();
    expect(await count('platform.mail')).toBe(2);
    world.clock.advance(1);
    await clear();
    expect(await count('platform.mail')).toBe(1);
  });

  it('failed runs of schedules go after a day; failed jobs, which are owed, and facts stay', async () => {
    await world.unitOfWork.run(async (tx) => {
      await tx.fact({ type: 'SomethingHappened', eventId: null, body: {} });
      await tx.audit({ action: 'something done', subjectKind: 'thing', subjectId: newId() });
      await tx.enqueue('send-refund', { refund: newId() });
      await tx.query(`select graphile_worker.add_job('EveryHourClearLeftovers', max_attempts := 1)`);
    });
    const age = `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'broke', updated_at = clock_timestamp() - $1::interval`;
    const failed = async (): Promise<string[]> =>
      (
        await world.database.query<{ task: string }>(
          `select task_identifier as task from graphile_worker.jobs where last_error is not null and task_identifier <> 'deliver-mail' order by 1`,
        )
      ).map(({ task }) => task);
    await world.database.run(age, ['23 hours']);
    await clear();
    expect(await failed()).toEqual(['EveryHourClearLeftovers', 'send-refund']);
    await world.database.run(age, ['25 hours']);
    await clear();
    expect(await failed()).toEqual(['send-refund']);
    world.clock.advance(3_000 * A_DAY_MS);
    await clear();
    expect([await count('platform.fact'), await count('platform.audit_entry')]).toEqual([1, 1]);
  });
});
