import { type World, testWorld } from '../../../test/support/world.js';
import { EventsModule } from '../events.module.js';
import { EveryHourForgetUnconfirmedSparks } from './every-hour-forget-unconfirmed-sparks.js';

const AN_HOUR_MS = 3_600_000;

describe('What was kept of guests who never answered', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld([EventsModule]);
  });
  afterAll(() => world.close());

  it('goes: postings after a day, unconfirmed sparks with their links after two, more than fit one batch; confirmed sparks stay', async () => {
    const { accountId } = await world.account();
    const now = world.clock.now();
    await world.database.run(
      `insert into events.posting (id, author_id, network_hash, at) select gen_random_uuid(), $1, '', $2 from generate_series(1, 1200)`,
      [accountId, now],
    );
    await world.database.run(
      `insert into events.spark (id, short_code, text, text_key, author_id, state, posted_at, confirmed_at)
       select gen_random_uuid(), 'code' || n, 'spark ' || n, 'spark ' || n, $1, 'open', $2, case when n = 1 then $2::timestamptz end from generate_series(1, 1201) n`,
      [accountId, now],
    );
    await world.database.run(
      `insert into events.spark_confirmation (token_hash, spark_id, expires_at) select sha256(id::text::bytea), id, $1 from events.spark where confirmed_at is null`,
      [now],
    );
    const left = async (): Promise<number[]> => {
      await world.get(EveryHourForgetUnconfirmedSparks).run();
      const row = await world.database.one<{ n: number[] }>(
        `select array[(select count(*) from events.posting), (select count(*) from events.spark), (select count(*) from events.spark_confirmation)]::int[] as n`,
      );
      return row.n;
    };
    expect(await left()).toEqual([1_200, 1_201, 1_200]);
    world.clock.advance(25 * AN_HOUR_MS);
    expect(await left()).toEqual([0, 1_201, 1_200]);
    world.clock.advance(24 * AN_HOUR_MS);
    expect(await left()).toEqual([0, 1, 0]);
  });
});
