import { Accounts } from '#accounts';
import { GATHERINGS, type Told, playStory, teamOf } from '#demo';
import { Checks, type Role } from '#platform';
import { StoryWorld } from '../support/story-world.js';

const ROLES: Record<string, Role> = {
  owner: 'owner',
  organiser: 'organiser',
  treasurer: 'treasurer',
  treasurer2: 'treasurer',
  estimator: 'estimator',
  sponsors: 'sponsors',
  coordinator: 'coordinator',
  volunteer: 'volunteer',
};

describe('the whole story', () => {
  let story: StoryWorld;
  let told: Told;

  beforeAll(async () => {
    story = await StoryWorld.start();
    const { world } = story;
    const team = new Map(await Promise.all(Object.keys(ROLES).map(async (key) => [key, await world.account({ name: key })] as const)));
    const people = [];
    for (let i = 0; i < 84; i += 1) people.push(await story.as(await world.account({ name: `Voter ${i + 1}` })));
    const signedIn = new Map(await Promise.all([...team].map(async ([key, account]) => [key, await story.as(account)] as const)));
    const admin = await story.as(await world.account({ admin: true }));
    told = await playStory({
      guests: story.guests,
      team: teamOf((key) => signedIn.get(key)!, admin),
      people,
      appoint: (eventId) =>
        world.unitOfWork.run(async (tx) => {
          for (const [key, role] of Object.entries(ROLES)) await world.get(Accounts).grant(tx, eventId, team.get(key)!.accountId, role);
        }),
      outside: story.outside,
      gathering: { ...GATHERINGS.wgt16, slug: 'story' },
      pledges: 250,
      progress: () => undefined,
    });
  }, 600_000);
  afterAll(() => story.close());

  const states = async (ids: readonly string[]): Promise<string[]> =>
    (
      await story.world.database.query<{ state: string }>('select distinct state from pledges.pledge where id = any($1::uuid[])', [ids])
    ).map((r) => r.state);

  it('charges every good card once, recovers the one that asked, and lets the declined ones lapse (CHG-1, DUN-5)', async () => {
    const counts = await story.world.database.query<{ state: string; count: number }>(
      'select state, count(*)::int as count from pledges.pledge group by state order by state',
    );
    expect(counts).toEqual([
      { state: 'collected', count: 244 },
      { state: 'lapsed', count: 6 },
    ]);
    expect(await states(told.declined)).toEqual(['lapsed']);
    expect(await states([told.recovered])).toEqual(['collected']);
    expect(await states([told.transfer])).toEqual(['collected']);
  });

  it('lowers the goal by the donated hall and by nothing else (CAM-5)', async () => {
    const { goal, progress } = await story.guests.get<{ goal: { amount: number }; progress: { goal: { amount: number } } }>(
      `campaigns/${told.campaignId}`,
    );
    const { neededInCash } = await story.guests.get<{ neededInCash: { amount: number } }>(`events/${told.slug}/books/budget`);
    expect(goal.amount).toBe(neededInCash.amount);
    expect(progress.goal.amount).toBe(goal.amount);
  });

  it('ends with a trial balance that a treasurer can read', async () => {
    const rows = await story.world.database.query<{ account: string; commodity: string; debit: bigint; credit: bigint }>(
      `select account, commodity, sum(debit_minor)::bigint as debit, sum(credit_minor)::bigint as credit from ledger.journal_line where event_id = $1 group by account, commodity order by account`,
      [told.eventId],
    );
    const pad = (minor: bigint): string => (Number(minor) / 100).toFixed(2).padStart(12);
    const table = rows
      .map((r) => `${r.account.padEnd(38)}${pad(r.debit)}${pad(r.credit)}${pad(r.debit - r.credit)} ${r.commodity}`)
      .join('\n');
    expect(`\n${table}\n`).toMatchSnapshot();
    for (const commodity of new Set(rows.map((r) => r.commodity))) {
      const of = rows.filter((r) => r.commodity === commodity);
      expect(of.reduce((sum, r) => sum + r.debit - r.credit, 0n)).toBe(0n);
    }
  });

  it('leaves the Stripe clearing account equal to what Stripe holds (I6, REC-2)', async () => {
    const { balance } = await story.world.database.one<{ balance: bigint }>(
      `select coalesce(sum(debit_minor - credit_minor), 0)::bigint as balance from ledger.journal_line where account = 'Assets:Stripe:Balance'`,
    );
    expect(Number(balance)).toBe(await story.outside.stripeBalance());
  });

  it('leaves nothing unexplained (PUB-2)', async () => {
    const { unexplained } = await story.guests.get<{ unexplained: { amount: { amount: number }; lines: number } }>(
      `events/${told.slug}/books`,
    );
    expect(unexplained).toMatchObject({ amount: { amount: 0 }, lines: 0 });
  });

  it('keeps every invariant (I1 … I13)', async () => {
    const results = await story.world.get(Checks).askAll();
    expect(results.length).toBeGreaterThan(10);
    expect(results.filter((r) => r.violations.length > 0)).toEqual([]);
  });
});
