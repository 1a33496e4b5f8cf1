import pg from 'pg';
import { EventsModule } from '#events';
import { ProposalsModule } from '#proposals';
import { type EventScope, Jobs } from '#platform';
import { ImportVote, SealCasts, VotingModule } from '#voting';
import { type TestAccount, type World, testWorld } from '../support/world.js';

const DAY = 86_400_000;
type Headers = { authorization: string };

const META = [
  ...[
    'META',
    'key;value',
    'description;A vote from elsewhere',
    'country;Nowhere',
    'unit;Town',
    'instance;2016',
    'num_projects;3',
    'num_votes;5',
  ],
  ...['budget;100', 'vote_type;approval', 'rule;equalshares/add1', 'date_begin;2016', 'date_end;2016'],
];
const PROJECTS = ['PROJECTS', 'project_id;cost;name', '7;60;Stage', '3;40;Tea', '9;50;Map'];
const VOTES = ['VOTES', 'voter_id;vote', 'a;7,3', 'b;7,3', 'c;7', 'd;3,9', 'e;9'];
const pb = (meta = META, projects = PROJECTS, votes = VOTES): string => [...meta, ...projects, ...votes, ''].join('\n');
const edit = (lines: readonly string[], from: string, to: string): string[] => lines.map((line) => (line === from ? to : line));

/** One file of our own for every way a file can be broken, with where. */
const BROKEN: readonly [fault: string, line: number, fileName: string, text: string][] = [
  ['unknown-project-in-vote', 23, 'x.pb', pb(META, PROJECTS, edit(VOTES, 'c;7', 'c;8'))],
  ['duplicate-voter', 23, 'x.pb', pb(META, PROJECTS, edit(VOTES, 'c;7', 'b;7'))],
  ['duplicate-project-in-vote', 23, 'x.pb', pb(META, PROJECTS, edit(VOTES, 'c;7', 'c;7,7'))],
  ['duplicate-project', 17, 'x.pb', pb(META, edit(PROJECTS, '3;40;Tea', '7;40;Tea'))],
  ['bad-cost', 17, 'x.pb', pb(META, edit(PROJECTS, '3;40;Tea', '3;-40;Tea'))],
  ['missing-section', 0, 'x.pb', pb(META, [])],
  ['duplicate-section', 19, 'x.pb', pb(META, [...PROJECTS, 'PROJECTS'])],
  ['content-before-section', 1, 'x.pb', `hello\n${pb()}`],
  ['missing-column', 15, 'x.pb', pb(META, edit(PROJECTS, 'project_id;cost;name', 'project_id;price;name'))],
  ['column-count', 17, 'x.pb', pb(META, edit(PROJECTS, '3;40;Tea', '3;40'))],
  ['bad-budget', 9, 'x.pb', pb(edit(META, 'budget;100', 'budget;lots'))],
  ['bad-budget', 0, 'x.pb', pb(edit(META, 'budget;100', 'budget;0'))],
  ['bad-budget', 0, 'x.pb', pb(edit(META, 'budget;100', 'budget;99999999999999'))],
  ['bad-cost', 0, 'x.pb', pb(META, edit(PROJECTS, '3;40;Tea', '3;40.001;Tea'))],
  ['missing-meta', 0, 'x.pb', pb(edit(META, 'vote_type;approval', 'vote_kind;approval'))],
  ['bad-vote-type', 0, 'x.pb', pb(edit(META, 'vote_type;approval', 'vote_type;shouting'))],
  ['points-length', 21, 'x.pb', pb(META, PROJECTS, ['VOTES', 'voter_id;vote;points', 'a;7,3;1', 'b;7;1', 'c;7;1', 'd;3;1', 'e;9;1'])],
  ['bad-quoting', 23, 'x.pb', pb(META, PROJECTS, edit(VOTES, 'c;7', 'c;"7'))],
  ['too-many-lines', 150_001, 'x.pb', `${pb()}${Array.from({ length: 200_000 }, (_, at) => `v${at};7\n`).join('')}`],
  ['missing-header', 0, 'x.soi', '1: 1,2\n'],
  ['bad-order', 5, 'x.soi', '# DATA TYPE: soi\n# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\none: 1\n'],
  ['unknown-alternative', 2, 'x.blt', '2 1\n1 3 0\n0\n"A"\n"B"\n'],
  ['bad-header', 1, 'x.blt', '2 51\n1 1 0\n0\n"A"\n"B"\n'],
  ['bad-header', 1, 'x.blt', 'hello\n'],
];

describe('Votes from files', () => {
  let world: World;
  let slug: string;
  let scope: EventScope;
  let organiser: TestAccount;
  let headers: Headers;

  beforeAll(async () => {
    world = await testWorld([EventsModule, ProposalsModule, VotingModule]);
    const event = await world.event({ slug: 'files26' });
    ({ slug, scope } = event);
    organiser = await world.account({ roles: [{ eventId: event.eventId, roles: ['organiser'] }] });
    headers = await world.signIn(organiser);
  });
  afterAll(() => world.close());

  const path = (rest = ''): string => `/api/v1/events/${slug}/ballots${rest}`;
  const take = (fileName: string, text: string, more: object = {}) =>
    world
      .http()
      .post(path('/import'))
      .set(headers)
      .send({ fileName, text, ...more });
  /** Taken in and counted. */
  const taken = async (fileName: string, file: string, more: object = {}) => {
    const { body } = await take(fileName, file, more).expect(201);
    await world.drain();
    return body as { ballotId: string; options: number; ballots: number };
  };
  const shown = async (rest: string, status = 200) => (await world.http().get(path(rest)).expect(status)).body;
  const text = async (rest: string): Promise<string> => (await world.http().get(path(rest)).expect(200)).text;
  const result = (id: string) => shown(`/${id}/result`);
  const stored = () =>
    world.database.one(
      `select (select count(*)::int from voting.ballot) as ballots, (select count(*)::int from voting.vote) as votes, (select count(*)::int from proposals.proposal) as proposals,
         (select count(*)::int from graphile_worker.jobs where task_identifier = 'count-ballot') as counts`,
    );

  it.each(BROKEN)('refuses a file with %s in line %d of %s, and stores nothing', async (fault, line, fileName, file) => {
    const before = await stored();
    const refused = await take(fileName, file).expect(422);
    expect(refused.body).toMatchObject({ code: 'BALLOT_FILE_BROKEN', details: { fault, line } });
    expect(refused.body.details.place).not.toBe('');
    expect(await stored()).toEqual(before);
  });

  it.each([
    [{ fileName: 'x.exe', text: 'x' }, '/fileName'],
    [{ fileName: '../x.pb', text: 'x' }, '/fileName'],
    [{ fileName: 'x.pb', text: '' }, '/text'],
    [{ fileName: 'x.pb', text: 'x', seats: 0 }, '/seats'],
  ])('refuses %j', async (body, pointer) => {
    const refused = await world.http().post(path('/import')).set(headers).send(body).expect(422);
    expect((refused.body.errors as { pointer: string }[]).map((e) => e.pointer)).toEqual([pointer]);
  });

  it.each([
    ['vote.pb', pb(), { winners: 2, voters: 5 }],
    ['board.blt', '2 1\n3 1 2 0\n2 2 0\n0\n"Ann"\n"Bob"\n', { winners: 1, voters: 5 }],
  ])(
    'answers for %s before it is counted, and shows it as every vote that is being counted',
    async (fileName, file, { winners, voters }) => {
      const { ballotId } = (await take(fileName, file).expect(201)).body as { ballotId: string };
      expect(await shown(`/${ballotId}`)).toMatchObject({ state: 'closing', electorateSize: voters });
      expect(await shown(`/${ballotId}/result`, 409)).toMatchObject({ code: 'RESULT_NOT_YET', details: { state: 'closing' } });
      await world.drain();
      expect(await shown(`/${ballotId}`)).toMatchObject({ state: 'closed', electorateSize: voters, voters });
      const { winners: chosen, balance } = await shown(`/${ballotId}/result`);
      expect([chosen.length, balance.counted]).toEqual([winners, voters]);
      expect((await shown(`/${ballotId}/comparison`)).ballots).toBe(voters);
    },
  );

  it('is counted within a minute also where its job was lost', async () => {
    const { ballotId } = (await take('vote.pb', pb()).expect(201)).body as { ballotId: string };
    const owner = new pg.Client(world.ownerUrl);
    await owner.connect();
    await owner.query('select graphile_worker.remove_job($1)', [`count-ballot:${ballotId}`]);
    await owner.end();
    await world.drain();
    expect(await shown(`/${ballotId}`)).toMatchObject({ state: 'closing' });
    await world.get(Jobs).runSchedules();
    await world.drain();
    expect(await shown(`/${ballotId}`)).toMatchObject({ state: 'closed' });
  });

  it('leaves neither a vote nor a count behind where the very end of storing fails', async () => {
    const before = await stored();
    const owner = new pg.Client(world.ownerUrl);
    await owner.connect();
    await owner.query(
      `create function public.fail() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$;
       create constraint trigger fails_at_commit after insert on voting.ballot deferrable initially deferred for each row execute function public.fail()`,
    );
    try {
      const file = { fileName: 'vote.pb', bytes: Buffer.from(pb()) };
      await expect(world.get(ImportVote).execute(scope, organiser.accountId, file)).rejects.toThrow('the disk is full');
    } finally {
      await owner.query('drop trigger fails_at_commit on voting.ballot');
      await owner.end();
    }
    expect(await stored()).toEqual(before);
  });

  it('gives the same result after export and import of a Pabulib file', async () => {
    const first = await taken('vote.pb', pb());
    expect(first).toMatchObject({ options: 3, ballots: 5 });
    const exported = await text(`/${first.ballotId}/publication.pb`);
    const second = await taken('again.pb', exported);
    const again = await text(`/${second.ballotId}/publication.pb`);
    const ballotsOf = (file: string): string[] =>
      file
        .split('VOTES\n')[1]!
        .split('\n')
        .map((line) => line.replace(/^\d+;/, ''))
        .sort();
    expect(ballotsOf(again)).toEqual(ballotsOf(exported));
    const titled = async (id: string) => {
      const { outcomes } = await result(id);
      const text = JSON.stringify(outcomes);
      const titles = new Map<string, string>(
        outcomes[0].projects.map((p: { proposalId: string; title: string }) => [p.proposalId, p.title]),
      );
      return [...titles].reduce((all, [proposalId, title]) => all.replaceAll(proposalId, title), text);
    };
    expect(await titled(second.ballotId)).toBe(await titled(first.ballotId));
  });

  it.each([
    ['whom equal shares alone elects', ['7'], 'mes_cost_add1'],
    ['whom its completion elects too', ['7', '9'], 'mes_cost_add1u'],
    ['nobody', [], 'mes_cost_add1u'],
    ['whom neither elects', ['3'], 'mes_cost_add1u'],
  ] as const)('counts a file that marks %s by the rule that it means', async (_, selected, rule) => {
    const mark = (id: string): string => (selected.some((one) => one === id) ? '1' : '0');
    // The third voter alone cannot pay for the map before Tea would cost more than there is.
    const projects = [
      'PROJECTS',
      'project_id;cost;name;selected',
      ...['7;50;Stage', '3;60;Tea', '9;45;Map'].map((p) => `${p};${mark(p[0]!)}`),
    ];
    const votes = ['VOTES', 'voter_id;vote', 'a;7,3', 'b;7', 'c;3,9'];
    const { ballotId } = await taken('marked.pb', pb(edit(META, 'num_votes;5', 'num_votes;3'), projects, votes));
    const { rule: official, outcomes } = await result(ballotId);
    expect(official).toBe(rule);
    const funded = (outcomes as { rule: string; projects: { title: string; funded: boolean }[] }[])
      .find((outcome) => outcome.rule === rule)!
      .projects.filter((project) => project.funded)
      .map((project) => project.title);
    expect(funded).toEqual(rule === 'mes_cost_add1' ? ['Stage'] : ['Stage', 'Map']);
  });

  it('gives the same result after export and import of rankings, as PrefLib and as BLT', async () => {
    const options = ['Data', 'Care', 'Trust'].map((title) => ({ title }));
    const body = {
      title: 'Themes',
      method: 'ranked',
      options,
      rule: 'schulze',
      closesAt: new Date(world.clock.now().getTime() + DAY).toISOString(),
    };
    const { id } = (await world.http().post(path()).set(headers).send(body).expect(201)).body as { id: string };
    const open = (
      await world
        .http()
        .post(path(`/${id}/open`))
        .set(headers)
        .send({})
        .expect(200)
    ).body.options as { optionId: string }[];
    for (const places of [[0, 1], [0, 2, 1], [1], [2, 0], [1, 2, 0]]) {
      const ranks = places.map((n, at) => ({ optionId: open[n]!.optionId, rank: at + 1 }));
      const voter = await world.signIn(await world.account());
      await world
        .http()
        .put(path(`/${id}/my-ballot`))
        .set(voter)
        .send({ ranks })
        .expect(200);
    }
    await world
      .http()
      .post(path(`/${id}/close`))
      .set(headers)
      .send({})
      .expect(200);
    await world.get(SealCasts).seal();
    await world.drain();
    const named = async (ballot: string) => {
      const { options: offered } = (await shown(`/${ballot}`)) as { options: { optionId: string; title: string }[] };
      const { winners, ranked } = await result(ballot);
      const all = JSON.stringify({ winners, ranked });
      return offered.reduce((out, option) => out.replaceAll(option.optionId, option.title), all);
    };
    const soi = await text(`/${id}/publication.preflib`);
    const byPreflib = (await taken('themes.soi', soi)).ballotId;
    expect(await named(byPreflib)).toBe(await named(id));
    expect((await text(`/${byPreflib}/publication.preflib`)).split('\n').slice(-6)).toEqual(soi.split('\n').slice(-6));
    const byBlt = (await taken('themes.blt', await text(`/${id}/publication.blt`), { rule: 'schulze' })).ballotId;
    expect(await named(byBlt)).toBe(await named(id));
    const { ballotId: board } = await taken('board.blt', await text(`/${id}/publication.blt`));
    expect((await result(board)).rule).toBe('scottish_stv');
  });

  it('keeps the places that count in an ordinal file', async () => {
    const meta = edit(META, 'vote_type;approval', 'vote_type;ordinal').concat('max_length;2');
    const { ballotId } = await taken('ordinal.pb', pb(meta));
    const exported = await text(`/${ballotId}/publication.pb`);
    expect(exported).toContain('max_length;2\n');
    expect(exported).toMatch(/\n1;60;3;6;Stage;/);
  });

  it('is organisers’ business', async () => {
    const stranger = await world.signIn(await world.account());
    await world.http().post(path('/import')).set(stranger).send({ fileName: 'x.pb', text: pb() }).expect(403);
  });
});
