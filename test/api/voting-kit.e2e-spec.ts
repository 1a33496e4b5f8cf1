import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SealCasts } from '#voting';
import {
  type Ballot,
  type CheckedKit,
  canonicalBallot,
  checkKit,
  commitment,
  findReceipt,
  receiptCode,
  sha256,
  unzipKit,
} from '#voting/count';
import { recountKit } from '../../apps/cli/src/commands/recount-kit.js';
import { EveryMinutePublishHeads } from '../../libs/voting/reactions/every-minute-publish-heads.js';
import { bytes } from '../support/bytes.js';
import { type Voter, VotingWorld } from '../support/voting-world.js';

const DAY_MS = 86_400_000;
const CASTS_TOGETHER = 500;
const REASON = 'They all come out of one machine in the foyer.';
const choices = (...ids: string[]): Ballot => ({ kind: 'choices', choices: ids });

/** The bytes that `wgt recount` prints for a zip, and its exit status. */
function recounted(zip: Uint8Array): { printed: string; status: typeof process.exitCode } {
  const folder = mkdtempSync(join(tmpdir(), 'voting-kit-'));
  let printed = '';
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  try {
    writeFileSync(join(folder, 'kit.zip'), zip);
    recountKit(join(folder, 'kit.zip'), {});
    return { printed, status: process.exitCode };
  } finally {
    out.mockRestore();
    process.exitCode = undefined;
    rmSync(folder, { recursive: true });
  }
}

describe('The kit of a vote in which much happened', () => {
  let v: VotingWorld;
  let voters: Voter[];
  beforeAll(async () => {
    v = await VotingWorld.start();
    voters = await v.voters(9);
  });
  afterAll(() => v.close());

  const from = async (id: string, voter: Voter, chosen: readonly string[], browser: string): Promise<string> =>
    ((await v.choose(id, voter, chosen).set('user-agent', browser).expect(200)).body as { receipt: string }).receipt;
  const kitOf = async (id: string): Promise<{ zip: Uint8Array; kit: CheckedKit; everything: string }> => {
    const answer = await v.get(`/${id}/kit.zip`).buffer().parse(bytes).expect(200);
    const zip = answer.body as Uint8Array;
    const files = unzipKit(zip);
    return { zip, kit: checkKit(files), everything: [...files.values()].map((file) => Buffer.from(file).toString()).join('\n') };
  };

  it('is whole with printed codes, flagged ballots and ballots set aside, carries the heads that were shown, and holds no person', async () => {
    const { id, ids } = await v.opened([9_000, 8_000], { rule: 'greedy_votes' });
    const [a, b] = ids as [string, string];
    const printed = ((await v.post(`/${id}/paper-codes`, { count: 3 }).expect(201)).body as { items: { code: string }[] }).items;
    const codes = printed.map(({ code }) => code) as [string, string, string];
    const receipts: string[] = [];
    for (const [at, voter] of voters.slice(0, 5).entries()) receipts.push(await from(id, voter, [a], `an own browser ${at}`));
    const sealed = async (): Promise<void> => {
      await v.world.get(SealCasts).seal();
      await v.world.get(EveryMinutePublishHeads).run();
    };
    await sealed();
    v.world.clock.advance(DAY_MS / 2);
    for (const voter of voters.slice(5)) receipts.push(await from(id, voter, [b], 'one and the same browser'));
    const online = await v.world
      .http()
      .put(v.path(`/${id}/my-ballot`))
      .set('user-agent', 'a telephone')
      .send({ code: codes[0], choices: [b] })
      .expect(200);
    const paper = v.world
      .http()
      .put(v.path(`/${id}/paper-ballot`))
      .set(v.organiser.headers);
    await paper.send({ code: codes[1], choices: [] }).expect(200);
    await v.post(`/${id}/paper-codes/3/void`, { reason: 'lost in the rain' }).expect(200);
    const voiding = (await v.post(`/${id}/voidings`, { sign: 'device', reason: REASON }).expect(201)).body as { id: string };
    await v.post(`/${id}/voidings/${voiding.id}/decide`, { granted: true }, v.second.headers).expect(200);
    await v.finish(id);

    const { zip, kit, everything } = await kitOf(id);
    const result = await v.result<{ winners: string[]; balance: object; sensitivity: { flagged: number } }>(id);
    expect(result).toMatchObject({ balance: { voted: 11, counted: 7, setAside: [{ reason: 'voided', count: 4 }] } });
    expect(result.balance).toMatchObject({ codes: { issued: 3, online: 1, paper: 1, void: 1, unused: 0 } });
    expect(result.sensitivity.flagged).toBeGreaterThan(0);
    expect(JSON.parse(kit.result)).toMatchObject({ ballots: 7, winners: result.winners });
    expect(recounted(zip)).toEqual({ printed: kit.result, status: undefined });
    expect([kit.commitments.length, kit.chain.commitments.length]).toEqual([7, 11]);
    expect(findReceipt(kit, choices(a), receipts[0]!).verdict).toBe('COUNTED');
    expect(findReceipt(kit, choices(b), receipts[5]!).verdict).toBe('NOT_COUNTED');
    expect(findReceipt(kit, choices(b), (online.body as { receipt: string }).receipt).verdict).toBe('COUNTED');

    const shown = (await v.get(`/${id}/heads`).expect(200)).body as { items: { position: number; hash: string; publishedAt: string }[] };
    expect(kit.heads).toEqual(shown.items.map(({ position, hash, publishedAt }) => ({ position, hash, day: publishedAt.slice(0, 10) })));
    expect(kit.heads.map(({ position }) => position)).toEqual([5, 11]);

    const accounts = await v.world.database.query<{ id: string; email: string; name: string }>(
      'select id, email, name from accounts.account',
    );
    const hashes = await v.world.database.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from voting.paper_code where ballot_id = $1`,
      [id],
    );
    const persons = accounts.flatMap(({ id: account, email, name }) => [account, email, name]);
    const secrets = [...codes, ...codes.map((code) => code.replaceAll('-', '')), ...hashes.map(({ hash }) => hash), ...receipts];
    const looked = everything.toLowerCase();
    const leaked = [...persons, ...secrets, 'own browser', 'same browser', 'telephone', 'lost in the rain', REASON];
    expect(leaked.filter((secret) => looked.includes(secret.toLowerCase()))).toEqual([]);
  });

  it('tells options of one title apart by their number, as the ballot and the result do', async () => {
    const { id, ids } = await v.declared([3_000, 4_000, 5_000]);
    await v.world.unitOfWork.run((tx) =>
      tx.run(`update proposals.proposal set title = case when id = $1 then 'Bar of juices' else 'bar of  Juices' end where id = any($2)`, [
        ids[0],
        ids.slice(0, 2),
      ]),
    );
    await v.open(id);
    type Titled = { options: { position: number; title: string }[] };
    const { options } = (await v.get(`/${id}`).expect(200)).body as Titled;
    const alike = options.filter(({ title }) => /juices/i.test(title));
    expect(alike.map(({ position, title }) => title.endsWith(`(${position})`))).toEqual([true, true]);
    expect(options.filter(({ title }) => / \(\d\)$/.test(title))).toHaveLength(2);
    for (const voter of voters.slice(0, 5)) await v.choose(id, voter, [ids[0]!]).expect(200);
    await v.finish(id);
    const { kit, everything } = await kitOf(id);
    expect(kit.rules.options.map(({ title }) => title)).toEqual(options.map(({ title }) => title));
    const page = /id="kit">(.*?)<\/script>/s.exec(everything)![1]!;
    expect((JSON.parse(page) as Titled).options.map(({ title }) => title)).toEqual(options.map(({ title }) => title));
    const shown = await v.result<{ ballot: Titled } & Titled>(id);
    for (const { title } of alike) expect(JSON.stringify(shown)).toContain(JSON.stringify(title));
  });

  /** Casts by the statement that every cast takes, for as many holders of printed codes; `choicesOf` names options by their ids. */
  async function castByCodes(id: string, count: number, choicesOf: (voter: number) => readonly string[]): Promise<string[]> {
    const { options } = (await v.get(`/${id}`).expect(200)).body as { options: { optionId: string; position: number }[] };
    const positions = new Map(options.map(({ optionId, position }) => [optionId, position]));
    const receipts = Array.from({ length: count }, (_, voter) => receiptCode(Buffer.from(sha256(`${id} ${voter}`), 'hex').subarray(0, 16)));
    const casts = receipts.map((receipt, voter) => {
      const chosen = choicesOf(voter);
      const numbers = chosen.map((option) => positions.get(option)!).sort((a, b) => a - b);
      const proof = commitment(canonicalBallot(choices(...chosen)), receipt);
      return { serial: voter + 1, code: sha256(`code ${voter}`), numbers: `{${numbers.join()}}`, receipt, hash: sha256(receipt), proof };
    });
    for (let from = 0; from < count; from += CASTS_TOGETHER) await send(JSON.stringify(casts.slice(from, from + CASTS_TOGETHER)));
    return receipts;

    async function send(rows: string): Promise<void> {
      await v.world.unitOfWork.run(async (tx) => {
        await tx.run(
          `insert into voting.paper_code (ballot_id, serial, hash, state)
         select $1, serial, decode(code, 'hex'), 'unused' from jsonb_to_recordset($2::jsonb) as c(serial int, code text)`,
          [id, rows],
        );
        const outcomes = await tx.query<{ outcome: string }>(
          `select distinct done.outcome
         from jsonb_to_recordset($3::jsonb) as c(serial int, code text, numbers text, receipt text, hash text, proof text),
           lateral voting.cast_ballot($1, $2, null, decode(c.code, 'hex'), gen_random_uuid(), c.numbers::smallint[], null, null, c.receipt, decode(c.hash, 'hex'),
             decode(c.proof, 'hex'), null, null, $4) as done`,
          [v.eventId, id, rows, tx.now],
        );
        expect(outcomes).toEqual([{ outcome: 'cast' }]);
      });
    }
  }

  it('VOT-13: holds 20,000 ballots, counted and published by the job after the close, which answers at once; meanwhile others are served', async () => {
    const { id, ids } = await v.opened([6_000, 5_000, 4_000], { rule: 'greedy_votes' });
    const other = await v.opened([1_000]);
    const [hall, band, tea] = ids as [string, string, string];
    // In every ten: six for the hall, five for the band, four for the tea, and one that chooses nothing. The band no longer fits.
    const tens = [[hall], [hall], [hall, band], [hall, band], [hall, tea], [hall, tea], [band], [band, tea], [band, tea], []];
    const receipts = await castByCodes(id, 20_000, (voter) => tens[voter % 10]!);
    expect(await v.rows(id)).toBe(20_000);

    expect((await v.post(`/${id}/close`).expect(200)).body).toMatchObject({ state: 'closing' });
    expect((await v.get(`/${id}/result`).expect(409)).body.code).toBe('RESULT_NOT_YET');
    while ((await v.world.database.one<{ n: number }>('select count(*)::int as n from voting.unsealed')).n > 0)
      await v.world.get(SealCasts).seal();
    const counting = v.world.drain();
    await v.choose(other.id, voters[0]!, other.ids).expect(200);
    await v.get(`/${other.id}`).expect(200);
    await counting;

    expect((await v.get(`/${id}`).expect(200)).body).toMatchObject({ state: 'closed', voters: 20_000 });
    expect(await v.result(id)).toMatchObject({ winners: [hall, tea], balance: { voted: 20_000, counted: 20_000, empty: 2_000 } });
    const { zip, kit } = await kitOf(id);
    expect(JSON.parse(kit.result)).toMatchObject({ ballots: 20_000, winners: [hall, tea] });
    expect(recounted(zip)).toEqual({ printed: kit.result, status: undefined });
    expect([kit.commitments.length, kit.chain.commitments.length]).toEqual([20_000, 20_000]);
    expect(findReceipt(kit, choices(hall, band), receipts[12]!).verdict).toBe('COUNTED');
  });

  it('never begins with two options of the vote’s own that read alike: 422 names the second', async () => {
    const declare = (method: string, options: object[]) => v.post('', v.declaration({ method, options }));
    const refused = await declare('support', [{ title: 'Sea' }, { title: 'Hills' }, { title: ' sea ' }]);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([422, 'BAD_INPUT']);
    expect(JSON.stringify(refused.body)).toContain('/options/2/title');
    const same = { title: 'A day', startsAt: '2026-09-01T10:00:00Z' };
    expect((await declare('dates', [same, same])).status).toBe(422);
    await declare('dates', [same, { ...same, startsAt: '2026-09-02T10:00:00Z' }]).expect(201);
  });
});
