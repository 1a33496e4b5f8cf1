import { EventsModule } from '#events';
import { money } from '#kernel';
import { Proposals, ProposalsModule } from '#proposals';
import { SealCasts, VotingModule } from '#voting';
import { CampaignWorld, type LiveCampaign } from '../support/campaign-world.js';

interface Item {
  proposalId: string;
  votes: number;
  voteRank: number;
  pledged: { amount: number; currency: string };
  backers: number;
  pledgeRank: number;
  apart: boolean;
}

describe('Two voices side by side, never summed', () => {
  let c: CampaignWorld;
  let campaign: LiveCampaign;
  let ids: string[];
  beforeAll(async () => {
    c = await CampaignWorld.start({ modules: [EventsModule, ProposalsModule, VotingModule] });
    campaign = await c.campaign({ goal: 1_000_000 });
  });
  afterAll(() => c.close());

  const http = () => c.world.http();
  const items = async (): Promise<Item[]> =>
    ((await http().get(`/api/v1/events/${campaign.slug}/two-voices`).expect(200)).body as { items: Item[] }).items;
  const bytesOfVotes = async () => JSON.stringify((await items()).map((i) => [i.proposalId, i.votes, i.voteRank]));

  /** Eight priced proposals, the first chosen by eight people, the last by one. */
  async function counted(): Promise<string> {
    const account = await c.account();
    ids = await c.world.unitOfWork.run(async (tx) => {
      const scope = { eventId: campaign.eventId as never, slug: campaign.slug, currency: 'GBP', timeZone: 'Europe/London' };
      const options = Array.from({ length: 8 }, (_, n) => ({ title: `A wish ${n}`, cost: money(1_000n, 'GBP') }));
      const made = await c.world.get(Proposals).importOnBallot(tx, scope, account.accountId, options);
      await c.world.get(Proposals).takeOffBallot(tx, campaign.eventId, made, 'for this test');
      return made;
    });
    const base = `/api/v1/events/${campaign.slug}/ballots`;
    const closesAt = new Date(c.world.clock.now().getTime() + 3_600_000).toISOString();
    const body = { title: 'What shall we do', pot: { amount: 5_000, currency: 'GBP' }, proposalIds: ids, noticeHours: 0, closesAt };
    const { id } = (await http().post(base).set(campaign.treasurer).send(body).expect(201)).body as { id: string };
    await http().post(`${base}/${id}/open`).set(campaign.treasurer).send({}).expect(200);
    for (let n = 0; n < 8; n += 1) {
      const headers = await c.world.signIn(await c.account());
      await http()
        .put(`${base}/${id}/my-ballot`)
        .set(headers)
        .send({ choices: ids.slice(0, n + 1) })
        .expect(200);
    }
    expect(await items()).toEqual([]);
    await http().post(`${base}/${id}/close`).set(campaign.treasurer).send({}).expect(200);
    await c.world.get(SealCasts).seal();
    await c.world.drain();
    return id;
  }

  it('lists votes and pledges with their ranks, and what is more than five places apart', async () => {
    await counted();
    const before = await bytesOfVotes();
    expect((await items()).map((i) => [i.votes, i.voteRank, i.pledgeRank, i.apart])).toEqual(
      Array.from({ length: 8 }, (_, n) => [8 - n, n + 1, n + 1, false]),
    );
    // PBG-7: ten thousand pounds for what the fewest chose.
    await c.pledge(campaign, undefined, { amount: 1_000_000, wishes: [ids[7]!] });
    await c.pledge(campaign, undefined, { amount: 2_001, wishes: [ids[6]!, ids[7]!] });
    expect(await bytesOfVotes()).toBe(before);
    const after = await items();
    expect(after.find((i) => i.proposalId === ids[7])).toMatchObject({
      votes: 1,
      voteRank: 8,
      pledged: { amount: 1_001_000, currency: 'GBP' },
      backers: 2,
      pledgeRank: 1,
      apart: true,
    });
    expect(after.find((i) => i.proposalId === ids[6])).toMatchObject({
      pledged: { amount: 1_001 },
      backers: 1,
      pledgeRank: 2,
      apart: false,
    });
    expect(after.find((i) => i.proposalId === ids[0])).toMatchObject({ pledged: { amount: 0 }, pledgeRank: 3, apart: false });
  });

  it('takes at most five wishes, of proposals of the same event, and makes no pledge otherwise', async () => {
    const pledge = (wishes: unknown, key: string) =>
      http()
        .post(`/api/v1/campaigns/${campaign.id}/pledges`)
        .set('idempotency-key', key)
        .send({ amount: { amount: 500, currency: 'GBP' }, method: 'card', guest: { name: 'G', email: 'g@wish.example' }, wishes });
    const count = async () => (await c.world.database.one<{ n: number }>('select count(*)::int as n from pledges.pledge')).n;
    const before = await count();
    await pledge(ids.slice(0, 6), 'wishes-too-many').expect(422);
    await pledge([ids[0], ids[0]], 'wishes-twice').expect(422);
    const unknown = await pledge(['01890000-0000-7000-8000-000000000000'], 'wishes-unknown').expect(422);
    expect((unknown.body as { code: string }).code).toBe('PLEDGE_WISH_UNKNOWN');
    expect(await count()).toBe(before);
    const one = await pledge(ids.slice(0, 5), 'wishes-at-last').expect(201);
    const again = await pledge(ids.slice(0, 5), 'wishes-at-last').expect(201);
    expect((again.body as { pledgeId: string }).pledgeId).toBe((one.body as { pledgeId: string }).pledgeId);
    await pledge([], 'wishes-at-last').expect(422);
    expect(
      await c.world.database.one('select count(*)::int as n from pledges.pledge_wish where pledge_id = $1', [
        (one.body as { pledgeId: string }).pledgeId,
      ]),
    ).toEqual({ n: 5 });
  });

  it('counts no pledge that was withdrawn or never finished', async () => {
    const before = await items();
    const { id, link } = await c.begin(campaign, { amount: 9_000, wishes: [ids[0]!] });
    expect(await items()).toEqual(before);
    await http().post(`/api/v1/pledges/${id}/withdraw`).query({ link }).expect(200);
    expect(await items()).toEqual(before);
  });

  it('lets a backer say what matters to them, see it and change it while the pledge may be changed, and nobody else', async () => {
    const mine = await c.pledge(campaign, undefined, { amount: 3_000, wishes: [ids[2]!, ids[1]!] });
    const [view, other] = [() => http().get(`/api/v1/pledges/${mine.id}`).query({ link: mine.link }), await c.begin(campaign)];
    const change = (wishes: unknown, link = mine.link) => http().post(`/api/v1/pledges/${mine.id}/change`).query({ link }).send({ wishes });
    const pledgedFor = async (id: string) => (await items()).find((i) => i.proposalId === id)!.pledged.amount;
    expect((await view().expect(200)).body).toMatchObject({ state: 'committed', wishes: [ids[2], ids[1]] });
    const before = [await bytesOfVotes(), await pledgedFor(ids[3]!), await pledgedFor(ids[2]!)] as const;

    const changed = await change([ids[3]]).expect(200);
    expect(changed.body).toMatchObject({ url: null, pledge: { amount: { amount: 3_000 }, wishes: [ids[3]] } });
    expect([await bytesOfVotes(), await pledgedFor(ids[3]!), await pledgedFor(ids[2]!)]).toEqual([
      before[0],
      before[1] + 3_000,
      before[2] - 1_500,
    ]);
    await change([ids[4]], other.link).expect(404);
    await change(ids.slice(0, 6)).expect(422);
    expect((await change(['01890000-0000-7000-8000-000000000000']).expect(422)).body).toMatchObject({ code: 'PLEDGE_WISH_UNKNOWN' });
    expect((await view().expect(200)).body).toMatchObject({ wishes: [ids[3]] });
    expect((await change([]).expect(200)).body).toMatchObject({ pledge: { wishes: [] } });
    await http().post(`/api/v1/pledges/${mine.id}/withdraw`).query({ link: mine.link }).expect(200);
    expect((await change([ids[0]]).expect(409)).body).toMatchObject({ code: 'PLEDGE_NOT_OPEN' });
  });

  it('counts nobody for what a file lists with no points', async () => {
    const meta = ['META', 'key;value', 'description;A vote elsewhere', 'budget;100', 'vote_type;cumulative', 'rule;greedy'];
    const projects = ['PROJECTS', 'project_id;cost;name', '1;40;Tent', '2;50;Band'];
    const votes = ['VOTES', 'voter_id;vote;points', 'a;1,2;3,0', 'b;1,2;2,1', 'c;1;5', 'd;2;0', 'e;1;1'];
    const text = [...meta, ...projects, ...votes, ''].join('\n');
    c.world.clock.advance(60_000);
    await http()
      .post(`/api/v1/events/${campaign.slug}/ballots/import`)
      .set(campaign.treasurer)
      .send({ fileName: 'x.pb', text })
      .expect(201);
    await c.world.drain();
    expect((await items()).map(({ votes: people, voteRank }) => [people, voteRank])).toEqual([
      [4, 1],
      [1, 2],
    ]);
  });
});
