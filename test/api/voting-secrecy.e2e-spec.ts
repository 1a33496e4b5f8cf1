import pg from 'pg';
import { Checks } from '#platform';
import { SealCasts } from '#voting';
import { leave } from '../support/leave.js';
import { type Voter, VotingWorld } from '../support/voting-world.js';

/** Every row of every table of ours, as text, in the order in which a dump would write it. */
type Dump = Map<string, Record<string, string | null>[]>;

describe('Secrecy (VOT-7, VOT-8, VOT-10)', () => {
  let v: VotingWorld;
  let voters: Voter[];
  let owner: pg.Client;
  beforeAll(async () => {
    v = await VotingWorld.start();
    voters = await v.voters(8);
    owner = new pg.Client(v.world.ownerUrl);
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await v.close();
  });

  async function dumped(): Promise<Dump> {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const dump: Dump = new Map();
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t order by ctid`);
      dump.set(
        name,
        rows.map(({ row }) =>
          Object.fromEntries(
            Object.entries(row).map(([k, value]) => [k, value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)]),
          ),
        ),
      );
    }
    return dump;
  }

  /** Values that say which row is meant: ids, hashes and codes; not words, numbers or instants. */
  const namesSomething = (value: string): boolean => /^([0-9a-f]{8}-[0-9a-f-]{27}|\\x[0-9a-f]{16,}|[0-9a-f]{32,})$/.test(value);

  /** Everything that can be reached from a row by following equal ids from table to table, rows of the vote itself not leading on. */
  function reachableFrom(start: Record<string, string | null>, dump: Dump, closedTo: ReadonlySet<string>): Set<string> {
    const seen = new Set<string>();
    const queue = Object.values(start).filter((value) => value !== null && namesSomething(value) && !closedTo.has(value)) as string[];
    while (queue.length) {
      const value = queue.pop()!;
      if (seen.has(value)) continue;
      seen.add(value);
      for (const rows of dump.values())
        for (const row of rows)
          if (Object.values(row).includes(value))
            for (const other of Object.values(row))
              if (other !== null && namesSomething(other) && !seen.has(other) && !closedTo.has(other)) queue.push(other);
    }
    return seen;
  }

  const nobodyIn = (text: string): void => {
    for (const { account } of voters) for (const secret of [account.accountId, account.email]) expect(text).not.toContain(secret);
  };

  it('ends a vote of very many people too: what is written then has the time of an export', async () => {
    const { id, ids } = await v.declared([1_000, 2_000]);
    await v.open(id);
    for (const voter of voters) await v.choose(id, voter, [ids[0]!]).expect(200);
    await owner.query(`create function voting.in_time() returns trigger language plpgsql as $$ begin
      if current_setting('statement_timeout') <> '1min' then raise exception 'only % to end a vote', current_setting('statement_timeout'); end if; return null; end $$;
      create trigger in_time after insert or update or delete on voting.vote for each statement execute function voting.in_time()`);
    await v.finish(id);
    await owner.query('drop trigger in_time on voting.vote; drop function voting.in_time()');
    const { body } = await v.world
      .http()
      .get(v.path(`/${id}/result`))
      .expect(200);
    expect((body as { balance: { counted: number } }).balance.counted).toBe(voters.length);
  });

  it('leaves no path from a person to a choice in a dump after the close, whichever way people voted (VOT-7)', async () => {
    const { id, ids } = await v.declared([1_000, 2_000, 3_000], { admits: ['everyone', 'code'] });
    const member = (await v.post(`/${id}/membership-codes`, { organisation: 'Club', most: 1 }).expect(201)).body as { code: string };
    await v.open(id);
    const late = (await v.voters(1))[0]!;
    await v.post(`/${id}/join`, { code: member.code }, late.headers).expect(200);
    const codes = ((await v.post(`/${id}/paper-codes`, { count: 2 }).expect(201)).body as { items: { code: string }[] }).items;
    const receipts: string[] = [];
    // Latest comers first, so that neither the order of accounts nor the order of joining is the order of casting.
    for (const [at, voter] of [...voters, late].reverse().entries()) {
      const { body } = await v.choose(id, voter, [ids[at % 3]!]).expect(200);
      receipts.push((body as { receipt: string }).receipt);
    }
    await v.choose(id, voters[0]!, ids).expect(200);
    await v.world
      .http()
      .put(v.path(`/${id}/my-ballot`))
      .send({ code: codes[0]!.code, choices: ids })
      .expect(200);
    await v.world
      .http()
      .put(v.path(`/${id}/paper-ballot`))
      .set(v.organiser.headers)
      .send({ code: codes[1]!.code, choices: [] })
      .expect(200);
    // What the search below would find if it were there: while the vote is open each ballot leads to its owner.
    const open = await dumped();
    const mine = open.get('voting.vote')!.find((row) => row.ballot_id === id && row.account_id === voters[0]!.account.accountId)!;
    expect(reachableFrom(mine, open, new Set([id]))).toContain(voters[0]!.account.accountId);
    await v.finish(id);

    const dump = await dumped();
    const people = new Set([...voters, late].map((voter) => voter.account.accountId as string));
    // What everybody shares joins nobody: the event, the vote, its options, its rules and organisers.
    const [ballot] = dump.get('voting.ballot')!.filter((row) => row.id === id);
    const shared = new Set([
      id,
      v.eventId,
      ...ids,
      v.organiser.account.accountId,
      v.second.account.accountId,
      ballot!.rules_hash!,
      ballot!.code_salt!,
    ]);
    const votes = dump.get('voting.vote')!.filter((row) => row.ballot_id === id);
    expect(votes).toHaveLength(11);
    for (const vote of votes) {
      expect(vote).toMatchObject({ account_id: null, receipt_code: null, code_serial: null });
      const reached = reachableFrom(vote, dump, shared);
      expect([...reached].filter((value) => people.has(value))).toEqual([]);
      // Only its own row, its seal and its receipt's hash.
      expect(reached.size).toBeLessThanOrEqual(6);
    }
    const text = JSON.stringify([...dump]);
    for (const receipt of receipts) expect(text).not.toContain(receipt);
    for (const { code } of codes) expect(text).not.toContain(code.replaceAll('-', ''));
    expect(dump.get('voting.turnout')!.filter((row) => row.ballot_id === id)).toHaveLength(9);
  });

  it('writes what came cast by cast anew, so that not even the order of a dump tells (VOT-7)', async () => {
    const { id, ids } = await v.opened([1_000, 2_000], { lateJoiners: 'admitted' });
    const late = await v.voters(12);
    for (const voter of [...late].reverse()) {
      await v.choose(id, voter, []).expect(200);
      await v.choose(id, voter, [ids[0]!]).expect(200);
    }
    await v.finish(id);
    const dump = await dumped();
    const order = (table: string, column: string): string[] =>
      dump
        .get(table)!
        .filter((row) => row.ballot_id === id && row.joined !== 'snapshot')
        .map((row) => row[column]!);
    for (const [table, column] of [
      ['voting.vote', 'id'],
      ['voting.elector', 'account_id'],
      ['voting.turnout', 'account_id'],
      ['voting.trace', 'device'],
    ] as const) {
      const found = order(table, column);
      expect(found).toHaveLength(12);
      // In a few ascending runs, by where there was room: casts in the order of coming make six runs on average.
      expect(found.filter((value, at) => at > 0 && value < found[at - 1]!).length).toBeLessThanOrEqual(2);
    }
  });

  it('names nobody who voted where fewer than five did, or fewer than the quorum', async () => {
    for (const [quorum, people, named] of [
      [0, 4, 0],
      [0, 5, 5],
      [7, 6, 0],
      [6, 6, 6],
    ] as const) {
      const { id, ids } = await v.opened([1_000], { quorum });
      for (const voter of voters.slice(0, people)) await v.choose(id, voter, ids).expect(200);
      await v.finish(id);
      const { n } = await v.world.database.one<{ n: number }>('select count(*)::int as n from voting.turnout where ballot_id = $1', [id]);
      expect([people, n]).toEqual([people, named]);
    }
  });

  it('ends the links of a void vote too, once its voters have been told', async () => {
    const { id, ids } = await v.opened([1_000]);
    for (const voter of voters.slice(0, 6)) await v.choose(id, voter, ids).expect(200);
    await v.post(`/${id}/void`, { reason: 'The price of one of them was wrong.' }).expect(200);
    await v.world.drain();
    const linked = await v.world.database.query(
      'select 1 from voting.vote where ballot_id = $1 and (account_id is not null or receipt_code is not null)',
      [id],
    );
    expect(linked).toEqual([]);
    expect(await v.world.database.one(`select count(*)::int as n from platform.mail where subject like 'Vote void%'`)).toEqual({ n: 6 });
  });

  it('hides the result in every channel while the vote is open (VOT-8)', async () => {
    const { id, ids } = await v.opened([1_000, 2_000]);
    const quiet = await v.opened([1_000, 2_000]);
    const before = await v.get(`/${id}`).expect(200);
    for (const voter of voters) await v.choose(id, voter, [ids[1]!]).expect(200);
    await v.world.get(SealCasts).seal();
    const routes = ['result', 'publication', 'publication.pb'];
    for (const route of routes)
      for (const who of [{}, voters[0]!.headers, v.organiser.headers, v.second.headers]) {
        const refused = await v.get(`/${id}/${route}`, who).expect(409);
        expect(refused.body).toMatchObject({ code: 'RESULT_NOT_YET' });
        // Neither length nor caching differs from a vote nobody has voted in.
        const other = await v.get(`/${quiet.id}/${route}`, who).expect(409);
        expect(refused.headers['content-length']).toBe(other.headers['content-length']);
        expect(refused.headers['cache-control']).toBe(other.headers['cache-control']);
        expect(refused.headers.etag).toBe(other.headers.etag);
      }
    const after = await v.get(`/${id}`).expect(200);
    expect(after.body).toEqual(before.body);
    for (const name of ['etag', 'last-modified', 'cache-control', 'content-length']) expect(after.headers[name]).toBe(before.headers[name]);
    const base = `/api/v1/events/${v.slug}`;
    const ask = (path: string, who = {}) => v.world.http().get(path).set(who);
    const voices = (await ask(`${base}/two-voices`).expect(200)).text;
    for (const secret of [id, ...ids]) expect(voices).not.toContain(secret);
    for (const proposal of ids) {
      const [mine, others] = [
        (await ask(`${base}/proposals/${proposal}`)).body,
        (await ask(`${base}/proposals/${quiet.ids[0]}`)).body,
      ] as object[];
      expect(Object.keys(mine!)).toEqual(Object.keys(others!));
      expect(JSON.stringify(mine)).not.toMatch(/"votes"/);
    }
    // Facts are what the live stream, feeds, webhooks and mails are made of: none is written by a cast.
    const facts = await v.world.database.query<{ type: string }>(
      `select distinct type from platform.fact where body::text like '%' || $1 || '%' order by type`,
      [id],
    );
    expect(facts.map((f) => f.type)).toEqual(['BallotOpened']);
    const audited = await v.world.database.query<{ action: string }>(
      'select distinct action from platform.audit_entry where subject_id = $1',
      [id],
    );
    expect(audited.map((a) => a.action).sort()).toEqual(['ballot declared', 'ballot opened']);
    expect((await v.get(`/${id}`, v.organiser.headers).expect(200)).body).toMatchObject({ voters: 8 });
  });

  it('never turns a secret vote into a named one: 422 as a draft, and locked like every rule once it is open', async () => {
    const { id, ids } = await v.declared([1_000]);
    const body = v.declaration({ pot: { amount: 10_000, currency: 'GBP' }, proposalIds: ids, noticeHours: 0, anonymous: false });
    const change = () =>
      v.world
        .http()
        .put(v.path(`/${id}`))
        .set(v.organiser.headers)
        .send(body);
    const refused = await change().expect(422);
    expect((refused.body as { errors: { pointer: string }[] }).errors.map((e) => e.pointer)).toEqual(['/anonymous']);
    await v.open(id);
    expect((await change().expect(409)).body.code).toBe('RULES_LOCKED');
    expect((await v.get(`/${id}`).expect(200)).body.anonymous).toBe(true);
  });

  it('takes an erased person’s ballot out of open votes and never moves a closed one: its bytes are equal (VOT-10)', async () => {
    const done = await v.opened([9_000, 8_000]);
    const open = await v.opened([9_000, 8_000]);
    const [leaver] = await v.voters(1);
    for (const [at, voter] of [...voters.slice(0, 5), leaver!].entries()) {
      await v.choose(done.id, voter, [done.ids[at % 2]!]).expect(200);
      await v.choose(open.id, voter, [open.ids[at % 2]!]).expect(200);
    }
    await v.finish(done.id);
    const bytes = async () => ({
      result: (await v.get(`/${done.id}/result`).expect(200)).text,
      file: (await v.get(`/${done.id}/publication.pb`).expect(200)).text,
      stored: await v.world.database.query('select document, document_hash from voting.result where ballot_id = $1', [done.id]),
    });
    const before = await bytes();
    await leave(v.world, leaver!.account, leaver!.headers);
    expect(await bytes()).toEqual(before);
    const kept = await v.world.database.one(
      'select set_aside, choices, receipt_code from voting.vote where ballot_id = $1 and account_id = $2',
      [open.id, leaver!.account.accountId],
    );
    expect(kept).toEqual({ set_aside: 'erased', choices: [], receipt_code: null });
    await v.finish(open.id);
    expect((await v.result<{ balance: object }>(open.id)).balance).toMatchObject({
      voted: 6,
      counted: 5,
      setAside: [{ reason: 'erased', count: 1 }],
    });
    expect(await bytes()).toEqual(before);
  });

  it('publishes nothing that names anybody', async () => {
    const { id, ids } = await v.opened([1_000, 2_000]);
    for (const voter of voters) await v.choose(id, voter, ids).expect(200);
    await v.finish(id);
    for (const route of ['', '/result', '/publication', '/publication.pb']) nobodyIn((await v.get(`/${id}${route}`).expect(200)).text);
    expect((await v.world.get(Checks).askAll()).filter((c) => c.violations.length > 0)).toEqual([]);
  });
});
