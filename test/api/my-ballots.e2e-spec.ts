import { type Voter, VotingWorld } from '../support/voting-world.js';

interface Mine {
  id: string;
  title: string;
  state: string;
  voted: boolean;
  eventSlug: string;
}

describe('My votes', () => {
  let voting: VotingWorld;
  beforeAll(async () => {
    voting = await VotingWorld.start();
  });
  afterAll(() => voting.close());

  const mine = async (voter: Voter): Promise<Mine[]> =>
    (await voting.world.http().get('/api/v1/me/ballots').set(voter.headers).expect(200)).body.items;

  it('are those I may cast in and those I took part in, and never tell what I chose', async () => {
    const [ann, ben, ...others] = await voting.voters(6);
    const open = await voting.opened([1_000, 2_000], { title: 'Still open' });
    const over = await voting.opened([1_000, 2_000], { title: 'Over' });
    // Who took part is kept only of votes with enough voters.
    for (const voter of [ann!, ...others]) await voting.choose(over.id, voter, [over.ids[0]!]).expect(200);
    await voting.choose(open.id, ann!, [open.ids[0]!]).expect(200);
    await voting.finish(over.id);
    const [first, second] = await mine(ann!);
    expect(first).toMatchObject({ id: open.id, title: 'Still open', state: 'open', voted: true, eventSlug: voting.slug });
    expect(second).toMatchObject({ id: over.id, state: 'closed', voted: true });
    expect(JSON.stringify([first, second])).not.toContain(open.ids[0]);
    expect((await mine(ben!)).map(({ id, voted }) => [id, voted])).toEqual([[open.id, false]]);
  });

  it('leave out open votes for others', async () => {
    const closedShop = await voting.opened([1_000], { title: 'Backers only', admits: ['backers'] });
    const late = (await voting.voters(1))[0]!;
    expect((await mine(late)).map(({ id }) => id)).not.toContain(closedShop.id);
  });

  it('hold a vote before the first cast for those who became backers or members after the opening, unless late joiners are refused', async () => {
    const ofBackers = await voting.opened([1_000], { title: 'Late backers', admits: ['backers'] });
    const strict = await voting.opened([1_000], { title: 'Backers in time', admits: ['backers'], lateJoiners: 'refused' });
    const ofInvited = await voting.declared([1_000], { title: 'Invited', admits: ['invited'] });
    const email = `person${1 + Number(/\d+/.exec((await voting.voters(1))[0]!.account.email))}@example.org`;
    await voting.post(`/${ofInvited.id}/invited`, { addresses: [email.replace('@', '+news@')] }).expect(200);
    await voting.open(ofInvited.id);
    const [invited, backer, neither] = (await voting.voters(3)) as [Voter, Voter, Voter];
    expect(invited.account.email).toBe(email);
    await voting.backs(backer);
    await voting.backs(neither, 'withdrawn');

    const wanted = new Set([ofBackers.id, strict.id, ofInvited.id]);
    const seen = async (voter: Voter) => (await mine(voter)).filter(({ id }) => wanted.has(id)).map(({ title, voted }) => [title, voted]);
    expect(await seen(backer)).toEqual([['Late backers', false]]);
    expect(await seen(invited)).toEqual([['Invited', false]]);
    expect(await seen(neither)).toEqual([]);
    await voting.choose(ofBackers.id, backer, ofBackers.ids).expect(200);
    expect(await seen(backer)).toEqual([['Late backers', true]]);
  });

  it('are for those who signed in', () => voting.world.http().get('/api/v1/me/ballots').expect(401));
});
