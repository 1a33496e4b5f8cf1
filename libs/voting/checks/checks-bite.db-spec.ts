import { EventsModule } from '#events';
import { newId } from '#kernel';
import { Checks } from '#platform';
import { ProposalsModule } from '#proposals';
import { type World, testWorld } from '../../../test/support/world.js';
import { ImportVote } from '../use-cases/import-vote.js';
import { VotingModule } from '../voting.module.js';

const FILE = [
  'META\nkey;value\ndescription;A vote\ncountry;N\nunit;T\ninstance;2016\nnum_projects;1\nnum_votes;1\nbudget;9\nvote_type;approval\nrule;greedy\ndate_begin;2016\ndate_end;2016',
  'PROJECTS\nproject_id;cost\n1;5\nVOTES\nvoter_id;vote\na;1\n',
].join('\n');

describe('the checks of sparks, proposals and votes', () => {
  let world: World;
  let eventId: string;
  let accountId: string;
  let ballotId: string;
  let proposalId: string;
  beforeEach(async () => {
    world = await testWorld([EventsModule, ProposalsModule, VotingModule]);
    const event = await world.event();
    ({ eventId } = event);
    ({ accountId } = event.owner);
    ({ ballotId } = await world.get(ImportVote).execute(event.scope, accountId, { fileName: 'vote.pb', bytes: Buffer.from(FILE) }));
    await world.drain();
    ({ id: proposalId } = await world.database.one<{ id: string }>('select id from proposals.proposal'));
  });
  afterEach(() => world.close());

  const broken = async (sql: string, values: unknown[]): Promise<string[]> => {
    await world.database.query(sql, values);
    return (await world.get(Checks).askAll()).filter((r) => r.violations.length > 0).map((r) => `${r.invariant}: ${r.sentence}`);
  };

  it('are content with what the product does', async () => {
    expect(await broken('select 1', [])).toEqual([]);
  });

  it('find a tally that is not the count of supports (I5)', async () => {
    expect(await broken('update proposals.tally set supports = 5 where proposal_id = $1', [proposalId])).toEqual([
      expect.stringMatching(/^I5: one support per person and proposal/),
    ]);
  });

  it('find a ballot of somebody who is no elector, and one too many (I5), and a person beside a choice (VOT-7)', async () => {
    await world.database.query(`insert into voting.elector (ballot_id, account_id, joined) values ($1, $2, 'snapshot')`, [
      ballotId,
      accountId,
    ]);
    const other = await world.account();
    const found = await broken(`insert into voting.vote (id, ballot_id, account_id, choices) values ($1, $2, $3, '{1}')`, [
      newId(),
      ballotId,
      other.accountId,
    ]);
    expect(found.sort()).toEqual([expect.stringMatching(/^I5: one ballot per person/), expect.stringMatching(/^VOT-7/)]);
  });

  it('find a printed code used without a ballot (I5), a trace that names one, and content that does not count (VOT-7)', async () => {
    const [vote] = await world.database.query<{ id: string }>('select id from voting.vote where ballot_id = $1', [ballotId]);
    expect(await broken(`update voting.vote set set_aside = 'voided', code_serial = 1 where id = $1`, [vote!.id])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^I5: one ballot/), expect.stringMatching(/^VOT-7/)]),
    );
    await world.database.query(`update voting.vote set set_aside = null, code_serial = null where id = $1`, [vote!.id]);
    expect(await broken('select 1', [])).toEqual([]);
    const found = await broken(`insert into voting.trace (ballot_id, vote_id, slot) values ($1, $2, $3)`, [
      ballotId,
      vote!.id,
      world.clock.now(),
    ]);
    expect(found).toEqual([expect.stringMatching(/^VOT-7/)]);
  });

  it('find a chain with a broken link (I2)', async () => {
    const found = await broken(
      `insert into voting.seal (ballot_id, position, commitment, receipt_hash, hash) values ($1, 1, '\\x01', '\\x02', '\\x03')`,
      [ballotId],
    );
    expect(found).toEqual([expect.stringMatching(/^I2: each chain/)]);
  });

  it('find a cost that is not the sum of its lines (PRP-6)', async () => {
    const found = await broken(
      `insert into proposals.cost_line (id, event_id, proposal_id, position, label, kind, quantity, unit_minor, currency) values ($1, $2, $3, 1, 'Tea', 'expense', 1, 1, 'GBP')`,
      [newId(), eventId, proposalId],
    );
    expect(found).toEqual([expect.stringMatching(/^PRP-6/)]);
  });

  it('find a conversation that was opened twice (SPK-5)', async () => {
    await world.database.query(`insert into platform.fact (id, type, at, body) values ($1, 'SparkConversing', $2, '{"sparkId": "x"}')`, [
      newId(),
      world.clock.now(),
    ]);
    expect(
      await broken(`insert into platform.fact (id, type, at, body) values ($1, 'SparkConversing', $2, '{"sparkId": "x"}')`, [
        newId(),
        world.clock.now(),
      ]),
    ).toEqual([expect.stringMatching(/^SPK-5/)]);
  });

  it('keep chain and result from being changed by the application', async () => {
    for (const sql of ['delete from voting.seal', 'update voting.result set document = $1', 'delete from proposals.proposal_version']) {
      await expect(world.database.query(sql, sql.includes('$1') ? ['x'] : [])).rejects.toMatchObject({ code: '42501' });
    }
  });
});
