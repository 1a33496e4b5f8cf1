import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { RunningCollection, chance } from '../support/running-collection.js';
import { ROOT, RunningProduct } from '../support/running.js';

const POINTS = Number(process.env.DRILL_POINTS ?? 20);
const SEED = process.env.DRILL_SEED ?? String(Date.now());
/** Kills around the count at the deadline, before the first charge. */
const MEET_THE_COUNT = 4;
const LONGEST_LIFE_MS = 10_000;
/** A charge is two calls to Stripe: a kill meets some before, between and after them. */
const SLOW_MS = 150;
const JITTER_MS = 400;
const MINUTE_MS = 60_000;

jest.setTimeout(120_000 + POINTS * 15_000);

describe(`A collection whose process is killed at ${POINTS} random moments (DRILL_SEED=${SEED})`, () => {
  let product: RunningProduct;
  let collection: RunningCollection;
  let kills = 0;
  /** How many charges were without an outcome at each kill. */
  const moments: number[] = [];

  beforeAll(async () => {
    product = await RunningProduct.start();
    collection = await RunningCollection.of(product);
    await collection.reachGoal(2 * POINTS);
    await collection.quiet();
    await collection.slowDown(SLOW_MS);
    await killUntilOver();
    await collection.fullSpeed();
    // What a killed process left lying is taken up by the sweeps: of the minute, then of the hour.
    for (const minutes of [5, 61, 61]) {
      await collection.moveTo(new Date((await collection.now()).getTime() + minutes * MINUTE_MS));
      await collection.quiet();
    }
  });
  afterAll(async () => {
    await collection?.sql.end();
    await product?.discard();
  });

  /**
   * Moves past the deadline, then kills and restarts until every charge has its outcome. The first lives meet the count
   * at the deadline; each of the others lets its share of the charges be done, and some more of a second at random.
   */
  async function killUntilOver(): Promise<void> {
    const deadline = new Date(collection.campaign.deadlineAt).getTime();
    const charges = await collection.count(`state = 'committed'`);
    while (!(await collection.isOver())) {
      const minuteOn = new Date(Math.max((await collection.now()).getTime(), deadline) + MINUTE_MS);
      // In every second life the sweep runs beside the charges it may think are left.
      if (kills < MEET_THE_COUNT || kills % 2 === 0) void collection.moveTo(minuteOn, { giveUp: true });
      // A life does a little more than it is waited for.
      const left = Math.max(0, charges * (1 - (kills - MEET_THE_COUNT) / POINTS));
      if (kills >= MEET_THE_COUNT) await collection.fewerOpenThan(left, LONGEST_LIFE_MS);
      await wait(chance(SEED, kills) * JITTER_MS);
      if (await collection.isOver()) return;
      await product.kill();
      kills += 1;
      moments.push(await collection.openAttempts());
      await product.again();
    }
  }

  it('was killed that often, all along the way', () => {
    expect(kills).toBeGreaterThanOrEqual(POINTS);
    expect(new Set(moments).size).toBeGreaterThan(POINTS / 4);
  });

  it('CHG-1: charged every usable card once, whatever was under way', async () => {
    const elsewhere = await collection.sql.query<{ id: string }>('select id from pledges.pledge where campaign_id <> $1', [
      collection.campaign.id,
    ]);
    const others = new Set(elsewhere.rows.map((p) => p.id));
    const intents = (await collection.intentsAtStripe()).filter((intent) => !others.has(intent.metadata.wgt_source ?? ''));
    const paid = intents.filter((intent) => intent.status === 'succeeded').map((intent) => intent.metadata.wgt_source);
    const { rows } = await collection.sql.query<{ id: string; state: string }>(
      `select id, state from pledges.pledge where campaign_id = $1 and method = 'card' and committed_at is not null order by id`,
      [collection.campaign.id],
    );
    expect(new Set(paid).size).toBe(paid.length);
    expect([...paid].sort()).toEqual(rows.filter((p) => p.state === 'collected').map((p) => p.id));
    // Of the demo's backers one card asks for authentication and one declines; every other card works.
    expect(
      rows
        .filter((p) => p.state !== 'collected')
        .map((p) => p.state)
        .sort(),
    ).toEqual(['needs_authentication', 'retrying']);
    expect(intents.map((intent) => intent.metadata.wgt_source).sort()).toEqual(rows.map((p) => p.id));
  });

  it('CHG-2: left no charge without an outcome', async () => {
    expect(await collection.openAttempts()).toBe(0);
    expect(await collection.count(`state in ('draft', 'reserved', 'committed', 'collecting', 'processing')`)).toBe(0);
  });

  it('left books that balance, and agree with Stripe after its fees', async () => {
    const { rows } = await collection.sql.query(
      `select event_id, commodity from ledger.journal_line group by 1, 2 having sum(debit_minor) <> sum(credit_minor)`,
    );
    expect(rows).toEqual([]);
    const clearing = `select sum(debit_minor) - sum(credit_minor) as count from ledger.journal_line where account = 'Assets:Stripe:Balance' and commodity = 'GBP'`;
    expect(await collection.number(clearing)).toBe(await collection.balanceAtStripe());
    const fees = await collection.number(`select count(*) from ledger.journal_line where account like 'Expenses:%Fees%'`);
    expect(fees).toBeGreaterThan(0);
  });

  it('left nothing that any check would find', () => {
    const { base, token } = product.stripe();
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/run/cli.js', 'check', '--json'], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: product.dataDir, STRIPE_API_BASE: base, STRIPE_SIM_TOKEN: token },
      encoding: 'utf8',
    });
    const broken = (JSON.parse(stdout || '[]') as { violations: object[] }[]).filter((check) => check.violations.length > 0);
    expect({ broken, status, stderr }).toEqual({ broken: [], status: 0, stderr: '' });
  });
});
