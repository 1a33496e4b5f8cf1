import { sha256 } from '../receipts/commitments.js';
import { KIT_SAMPLES, kitSample, optionId } from '../spec-support/kit-sample.js';
import { buildKit } from './build-kit.js';
import { checkKit } from './check-kit.js';
import { SUMS, unzipKit, zipKit } from './kit-files.js';

const text = (files: ReadonlyMap<string, Uint8Array>, name: string): string => Buffer.from(files.get(name) ?? []).toString();
const approval = () => kitSample({ method: 'approval', rule: 'mes_cost_add1u', pot: 350_00 }, ['a', 'a b', 'b c', 'a', '', 'c d e', 'b']);

describe.each(KIT_SAMPLES)('a kit with %s', (fileName, make) => {
  const kit = make();

  it('holds everything, and its recount gives the same bytes', () => {
    expect([...kit.files.keys()].sort()).toEqual(
      [SUMS, 'README.txt', 'chain.txt', 'commitments.txt', 'heads.txt', fileName, 'index.html', 'result.json', 'rules.json'].sort(),
    );
    const checked = checkKit(unzipKit(zipKit(kit.files)));
    expect(checked.result).toBe(text(kit.files, 'result.json'));
    expect(sha256(checked.result)).toBe(kit.resultHash);
    expect(JSON.parse(checked.result)).toMatchObject({ ballots: kit.request.ballots.length, winners: kit.winners });
  });

  it('has the same bytes however the rows came', () => {
    const again = buildKit({ ...kit.request, ballots: [...kit.request.ballots].reverse() });
    expect(Buffer.from(zipKit(again.files)).equals(Buffer.from(zipKit(kit.files)))).toBe(true);
  });

  it('tells no voter, time or device', () => {
    expect(text(kit.files, fileName)).not.toMatch(/\d\d:\d\d|account|\bage\b|\bsex\b|neighborhood/);
  });
});

describe('what a kit says', () => {
  it('names winners by their ids, with the reason for each', () => {
    const { files, winners } = approval();
    expect(winners).toEqual(['b', 'c', 'e', 'd'].map(optionId));
    const result = JSON.parse(text(files, 'result.json')) as {
      outcomes: { rule: string; official: boolean; explanation: { projects: unknown[] } }[];
    };
    expect(result.outcomes.map(({ rule, official }) => [rule, official])).toEqual([
      ['mes_cost_add1u', true],
      ['greedy_votes', false],
    ]);
    expect(result.outcomes[0]!.explanation.projects).toHaveLength(5);
  });

  it('gives ballots new random numbers', () => {
    const ids = text(approval().files, 'ballots.pb').split('VOTES\n')[1]!.split('\n').slice(1, -1);
    const numbers = ids.map((line) => Number(line.split(';')[0]));
    expect(Math.min(...numbers)).toBeGreaterThan(100);
    expect(new Set(numbers).size).toBe(6);
    expect(numbers).not.toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('carries a declared minimum in its rules alone, and the same ballots count to the same bytes with it and without (PBG-3)', () => {
    const make = (more: object) =>
      kitSample({ method: 'knapsack', rule: 'greedy_votes', pot: 350_00, ...more }, ['a', 'a b', 'b c', 'a b', '', 'c d']);
    const [without, least] = [make({ minSpendMinor: null }), make({ minSpendMinor: '16000' })];
    expect(text(least.files, 'rules.json')).toContain('"minSpendMinor":"16000"');
    for (const kit of [without, least]) expect(checkKit(unzipKit(zipKit(kit.files))).result).toBe(text(kit.files, 'result.json'));
    expect(least.winners).toEqual(without.winners);
    expect(text(least.files, 'ballots.pb')).not.toContain('min_sum_cost');
  });

  it('leaves out options that were withdrawn and keeps the numbers of the others', () => {
    const { request } = approval();
    const { files, winners } = buildKit({ ...request, standing: [2, 3, 4, 5] });
    expect(text(files, 'ballots.pb')).toMatch(/selected\n2;20;/);
    expect(winners).not.toContain(optionId('a'));
    expect(checkKit(files).rules.options).toHaveLength(5);
  });

  it('has no receipts for a vote that came in as a file', () => {
    const { request } = kitSample({ method: 'approval', rule: 'greedy_votes', pot: 350_00, lotSeed: 'the order of the file' }, [
      'a',
      'a',
      'b',
    ]);
    const { files } = buildKit({ ...request, chain: new Uint8Array(0), counted: new Uint8Array(0), shownHeads: [] });
    expect(checkKit(files).chain.commitments).toEqual([]);
  });

  it('is a zip with one fixed date, whatever the zone', () => {
    const zip = Buffer.from(zipKit(approval().files));
    expect(zip.readUInt16LE(10)).toBe(0);
    expect(zip.readUInt16LE(12)).toBe(33);
    expect(() => unzipKit(zip.subarray(10))).toThrow('kit-unreadable');
  });
});
