import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Ballot } from '#voting/count';
import { buildKit, canonicalBallot, canonicalJson, commitment, receiptCode, zipKit } from '#voting/count';
import { register } from './recount.js';

const OPTIONS = ['Stage', 'Tea', 'Map'].map((title, at) => ({
  optionId: `o${at + 1}`,
  title,
  cost: { amount: 1000 * (at + 1), currency: 'GBP' },
}));
const casts = [[1], [1, 2], [2], [2, 3], [3]].map((numbers, at) => {
  const ballot: Ballot = { kind: 'choices', choices: numbers.map((n) => `o${n}`) };
  const code = receiptCode(new Uint8Array(16).fill(at + 1));
  return { numbers, code, commitment: commitment(canonicalBallot(ballot), code) };
});
const hashes = Buffer.from(casts.map((cast) => cast.commitment).join(''), 'hex');
const { files } = buildKit({
  rulesText: canonicalJson({
    ...{
      title: 'Fair',
      method: 'approval',
      rule: 'mes_cost_add1',
      currency: 'GBP',
      maxChoices: 3,
      seats: 1,
      incrementMinor: '100',
      lotSeed: 'x',
    },
    ...{ pot: { amount: 4000, currency: 'GBP' }, options: OPTIONS },
  }),
  ...{ event: 'fair', place: 'Europe/London', openedOn: '2026-05-01', closedOn: '2026-05-02', standing: [1, 2, 3] },
  ballots: casts.map(({ numbers }) => ({ choices: numbers, points: null, count: 1 })),
  ...{ chain: hashes, counted: hashes, shownHeads: [] },
});

let folder: string;
let [printed, complained] = ['', ''];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kit-'));
  [printed, complained] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((complained += String(text)), true));
  writeFileSync(join(folder, 'kit.zip'), zipKit(files));
  mkdirSync(join(folder, 'kit'));
  for (const [name, bytes] of files) writeFileSync(join(folder, 'kit', name), bytes);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

async function recount(name: string, ...args: string[]): Promise<typeof process.exitCode> {
  const program = new Command().exitOverride();
  register(program);
  await program.parseAsync(['recount', join(folder, name), ...args], { from: 'user' });
  return process.exitCode;
}

describe('wgt recount of a kit', () => {
  it.each(['kit.zip', 'kit'])('prints the bytes of result.json from %s alone', async (name) => {
    expect(await recount(name)).toBeUndefined();
    expect(Buffer.from(printed).equals(readFileSync(join(folder, 'kit', 'result.json')))).toBe(true);
  });

  it('answers a changed ballot with its code and place and exit status 1, and prints nothing', async () => {
    const file = join(folder, 'kit', 'ballots.pb');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/;1,2\n/, ';1,3\n'));
    expect(await recount('kit')).toBe(1);
    expect(printed).toBe('');
    expect(complained).toContain('kit-hash-differs (ballots.pb)');
  });

  it('answers a file that is no zip', async () => {
    writeFileSync(join(folder, 'kit.zip'), 'no zip');
    expect(await recount('kit.zip')).toBe(1);
    expect(complained).toContain('kit-unreadable');
    expect(await recount('none.zip')).toBe(1);
    expect(complained).toContain('ENOENT');
  });

  it('looks a receipt up', async () => {
    expect(await recount('kit', '--receipt', casts[1]!.code, '--choose', '1,2')).toBeUndefined();
    expect(printed).toMatch(/^COUNTED\nposition 2 of 5\nhead [0-9a-f]{64}\nballots that say the same 1\n$/);
    printed = '';
    expect(await recount('kit', '--receipt', casts[1]!.code, '--choose', '1,3')).toBe(1);
    expect(printed).toBe('NOT_IN_LOG\n');
    expect(await recount('kit', '--receipt', casts[1]!.code, '--choose', '9')).toBe(1);
    expect(complained).toContain('there is no option 9');
  });
});
