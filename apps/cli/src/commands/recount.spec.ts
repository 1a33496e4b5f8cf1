import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { register as registerRecount } from './recount.js';
import { register as registerVerify } from './verify-voting.js';

const head = [
  'META',
  'key;value',
  'vote_type;approval',
  'budget;20',
  'PROJECTS',
  'project_id;cost',
  'k;10',
  'j;10',
  'i;10',
  'VOTES',
  'voter_id;vote',
];
const good = [...head, '1;i,j,k', '2;i,j,k', '3;i,j,k'].join('\n');
const broken = [...head, '1;z'].join('\n');
const ranked = [
  '# DATA TYPE: soi',
  '# NUMBER ALTERNATIVES: 2',
  '# ALTERNATIVE NAME 1: Mon',
  '# ALTERNATIVE NAME 2: Tue',
  '2: 2,1',
  '1: 1',
].join('\n');

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-'));
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

async function wgt(...args: string[]): Promise<typeof process.exitCode> {
  const program = new Command().exitOverride();
  registerRecount(program);
  registerVerify(program);
  await program.parseAsync(args, { from: 'user' });
  return process.exitCode;
}

const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

describe('wgt recount', () => {
  it('prints one JSON object with the winners of every rule, in order of election', async () => {
    put('tie.pb', good);
    put('dates.soi', ranked);
    expect(await wgt('recount', folder, '--json')).toBeUndefined();
    const result = JSON.parse(printed) as Record<string, Record<string, string[]>>;
    expect(Object.keys(result)).toEqual(['dates.soi', 'tie.pb']);
    expect(result['tie.pb']).toMatchObject({
      greedy_votes: ['k', 'j'],
      mes_cost_none: ['k', 'j'],
      mes_cost_add1u: ['k', 'j'],
      phragmen: ['k', 'j'],
    });
    expect(result['dates.soi']).toMatchObject({ irv: ['Tue'], schulze: ['Tue'], condorcet_winner: ['Tue'] });
  });

  it('answers a broken file with its code and exit status 1, and counts the others', async () => {
    put('broken.pb', broken);
    put('tie.pb', good);
    expect(
      await wgt('recount', join(folder, 'broken.pb'), join(folder, 'tie.pb'), join(folder, 'none.pb'), '--json', '--rule', 'greedy_votes'),
    ).toBe(1);
    expect(JSON.parse(printed)).toEqual({
      'broken.pb': { error: 'unknown-project-in-vote' },
      'tie.pb': { greedy_votes: ['k', 'j'] },
      'none.pb': { error: 'unreadable-file' },
    });
  });

  it('prints a table without --json, and takes seats from options.json beside the file', async () => {
    put('dates.soi', ranked);
    put('options.json', '{"dates": {"seats": 2}}');
    await wgt('recount', join(folder, 'dates.soi'), '--rule', 'scottish_stv');
    expect(printed).toMatch(/dates\.soi\n {2}scottish_stv +Tue, Mon\n/);
  });
});

describe('wgt verify-voting', () => {
  it('compares expectations and says how many hold', async () => {
    put('tie.pb', good);
    put('broken.pb', broken);
    put(
      'tie.expected.json',
      '{"file": "tie.pb", "ballots": 3, "rules": {"greedy_votes": {"winners": ["k", "j"]}, "phragmen": {"winners": ["j"]}}}',
    );
    put('expected.json', '{"broken": "unknown-project-in-vote"}');
    expect(await wgt('verify-voting', folder)).toBe(1);
    expect(printed).toBe('tie.pb phragmen: phragmen.winners: expected ["j"], found ["k","j"]\n3 passed, 1 failed\n');
  });
});
