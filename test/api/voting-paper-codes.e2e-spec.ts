import { type Voter, VotingWorld } from '../support/voting-world.js';

interface Printed {
  serial: number;
  code: string;
}

describe('Codes on paper (VOT-12)', () => {
  let v: VotingWorld;
  let voters: Voter[];
  beforeAll(async () => {
    v = await VotingWorld.start();
    voters = await v.voters(6);
  });
  afterAll(() => v.close());

  const issue = async (id: string, count: number): Promise<Printed[]> =>
    ((await v.post(`/${id}/paper-codes`, { count }).expect(201)).body as { items: Printed[] }).items;
  const online = (id: string, code: string, choices: readonly string[]) =>
    v.world
      .http()
      .put(v.path(`/${id}/my-ballot`))
      .send({ code, choices });
  const onPaper = (id: string, code: string, choices: readonly string[]) =>
    v.world
      .http()
      .put(v.path(`/${id}/paper-ballot`))
      .set(v.organiser.headers)
      .send({ code, choices });
  const report = async (id: string) => (await v.get(`/${id}/paper-codes`, v.organiser.headers).expect(200)).body as object;

  it('are good for one ballot each, online or on paper, and their report balances', async () => {
    const { id, ids } = await v.declared([1_000, 2_000]);
    const first = await issue(id, 3);
    await v.open(id);
    const codes = [...first, ...(await issue(id, 2))].map((c) => c.code);
    expect(first.map((c) => c.serial)).toEqual([1, 2, 3]);
    expect(new Set(codes).size).toBe(5);
    const cast = (await online(id, codes[0]!.toLowerCase(), [ids[0]!]).expect(200)).body as { receipt: string };
    await online(id, codes[0]!, [ids[1]!]).expect(200);
    expect((await onPaper(id, codes[0]!, []).expect(409)).body.code).toBe('CODE_USED');
    await onPaper(id, codes[1]!, [ids[0]!]).expect(200);
    expect((await onPaper(id, codes[1]!, []).expect(409)).body.code).toBe('CODE_USED');
    expect((await online(id, codes[1]!, []).expect(409)).body.code).toBe('CODE_USED');
    expect(await v.post(`/${id}/paper-codes/3/void`, { reason: 'lost in the rain' }).expect(200)).toMatchObject({
      body: { issued: 5, online: 1, paper: 1, void: 1, unused: 2 },
    });
    expect((await online(id, codes[2]!, []).expect(409)).body.code).toBe('CODE_USED');
    expect((await v.post(`/${id}/paper-codes/1/void`, { reason: 'too late' }).expect(409)).body.code).toBe('CODE_USED');
    await v.post(`/${id}/paper-codes/99/void`, { reason: 'not there' }).expect(404);
    await v.choose(id, voters[0]!, ids).expect(200);
    expect(cast.receipt).toMatch(/^[0-9a-f]{32}$/);
    expect(await v.rows(id)).toBe(3);
    await v.finish(id);
    const { balance } = await v.result<{ balance: Record<string, number | object> }>(id);
    expect(balance).toMatchObject({ voted: 3, counted: 3, codes: { issued: 5, online: 1, paper: 1, void: 1, unused: 2 } });
    expect(balance.eligible).toBe((balance.voted as number) + (balance.notVoted as number));
    expect(await report(id)).toEqual({ issued: 5, online: 1, paper: 1, void: 1, unused: 2 });
    for (const asked of [online(id, codes[3]!, []), onPaper(id, codes[3]!, []), v.post(`/${id}/paper-codes`, { count: 1 })])
      expect((await asked.expect(409)).body.code).toBe('VOTE_CLOSED');
  });

  it('are stored as hashes only, and come once as a file for the printer', async () => {
    const { id } = await v.declared([1_000]);
    const file = await v.post(`/${id}/paper-codes.csv`, { count: 2 }).expect(200);
    expect(file.headers['cache-control']).toBe('no-store');
    const lines = file.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFserial,code');
    const codes = lines.slice(1).map((line) => line.split(',')[1]!);
    expect(codes).toHaveLength(2);
    const dump = JSON.stringify(await v.world.database.query(`select row_to_json(c) from voting.paper_code c where ballot_id = $1`, [id]));
    for (const code of codes) for (const form of [code, code.replaceAll('-', '')]) expect(dump).not.toContain(form);
    expect(dump).not.toContain(Buffer.from(codes[0]!.replaceAll('-', '')).toString('hex'));
  });

  it('count once when one is used ten times at once, online and on paper', async () => {
    const { id, ids } = await v.opened([1_000, 2_000]);
    const codes = (await issue(id, 4)).map((c) => c.code);
    for (const code of codes) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) => (n % 2 ? online(id, code, [ids[n % 4 === 1 ? 0 : 1]!]) : onPaper(id, code, [ids[0]!]))),
      );
      const [papers, onlines] = [answers.filter((_, n) => n % 2 === 0), answers.filter((_, n) => n % 2)];
      const paperTook = papers.filter((a) => a.status === 200).length;
      expect(paperTook).toBeLessThanOrEqual(1);
      expect(new Set(onlines.map((a) => a.status))).toEqual(new Set([paperTook ? 409 : 200]));
      for (const refused of answers.filter((a) => a.status !== 200)) expect(refused.body).toMatchObject({ status: 409, code: 'CODE_USED' });
    }
    expect(await v.rows(id)).toBe(4);
    const { online: n, paper } = (await report(id)) as { online: number; paper: number };
    expect(n + paper).toBe(4);
  });

  it('are entered by crew and organisers only, with a ballot that fits the rules', async () => {
    const { id, ids } = await v.opened([1_000, 2_000], { maxChoices: 1 });
    const [code] = (await issue(id, 1)).map((c) => c.code);
    await v.world
      .http()
      .put(v.path(`/${id}/paper-ballot`))
      .set(voters[0]!.headers)
      .send({ code, choices: [] })
      .expect(403);
    expect((await onPaper(id, code!, ids).expect(422)).body.code).toBe('TOO_MANY');
    expect((await onPaper(id, '0000-0000-0000', []).expect(404)).body.code).toBe('CODE_UNKNOWN');
    expect((await online(id, '0000-0000-0000', []).expect(403)).body.code).toBe('NOT_ELIGIBLE');
    await v.world
      .http()
      .put(v.path(`/${id}/paper-ballot`))
      .set(v.organiser.headers)
      .send({ choices: [] })
      .expect(422);
    expect(await report(id)).toMatchObject({ unused: 1 });
  });
});
