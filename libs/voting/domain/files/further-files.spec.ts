import { rankedDocument } from '../ranked/document.js';
import { rankedSample } from '../spec-support/samples.js';
import { readBlt } from './blt-reader.js';
import { writeBlt } from './blt-writer.js';
import { readCategorical } from './cat-reader.js';
import { writeCategorical } from './cat-writer.js';
import { newIds } from './new-ids.js';
import { readPointsCsv, writePointsCsv } from './points-csv.js';
import { readVotingFile } from './voting-file.js';

const blt = (...lines: string[]): string =>
  ['# made for the specs', '4 2', ...lines, '0', '"Ann"', '"Bo"', '"Cy # 3"', '"Di"', '"Board"'].join('\r\n');

describe('reading a BLT file', () => {
  it('takes equal ranks, skipped ranks, empty ballots and withdrawn candidates', () => {
    expect(readBlt(blt('-4', '3 1 2 0', '2 2=3 - 1 0', '1 0', '1 4 1 2 0'))).toEqual({
      kind: 'ranked',
      candidates: ['Ann', 'Bo', 'Cy # 3'],
      ballots: [
        { count: 4, ranks: [[0], [1]] },
        { count: 2, ranks: [[1, 2], [0]] },
        { count: 1, ranks: [] },
      ],
      meta: { SEATS: '2', TITLE: 'Board' },
    });
  });

  it('reads back what is written, with the same outcome', () => {
    const sample = rankedSample('Ann Bo Cy', ['2: Ann Bo', '3: Bo', '1: Cy Bo Ann']);
    const again = readVotingFile('board.BLT', writeBlt(sample, 2, 'Board'));
    expect(again.kind === 'ranked' && rankedDocument(again, { seats: 2 })).toEqual(rankedDocument(sample, { seats: 2 }));
    expect(writeBlt(readBlt(writeBlt(sample, 2, 'Board')), 2, 'Board')).toBe(writeBlt(sample, 2, 'Board'));
  });

  it.each([
    ['bad-header in line 1', '4\n0\n'],
    ['bad-header in line 1', 'four 2\n0\n'],
    ['missing-section', '2 1\n1 1 0\n'],
    ['bad-order in line 3', blt('3 1 2')],
    ['bad-order in line 3', blt('x 1 0')],
    ['bad-order in line 3', blt('0 1 0')],
    ['bad-order in line 3', blt('1 a 0')],
    ['unknown-alternative in line 3', blt('1 5 0')],
    ['unknown-alternative in line 3', blt('-9')],
    ['duplicate-alternative in line 4', blt('1 1 0', '1 2 2 0')],
    ['bad-quoting in line 4', '2 1\n1 1 0\n0\nAnn\n"Bo"'],
    ['missing-header (name of candidate 2)', '2 1\n1 1 0\n0\n"Ann"'],
  ])('refuses %s', (message, source) => {
    expect(() => readBlt(source)).toThrow(message);
  });
});

const cat = (lines: readonly string[], header: Record<string, string> = {}): string => {
  const facts = { 'DATA TYPE': 'cat', 'NUMBER ALTERNATIVES': '3', 'NUMBER CATEGORIES': '2', 'NUMBER VOTERS': '6', ...header };
  const names = ['Mon', 'Tue', 'Wed'].map((name, at) => `# ALTERNATIVE NAME ${at + 1}: ${name}`);
  const categories = ['# CATEGORY NAME 1: yes', '# CATEGORY NAME 2: no'];
  return [...Object.entries(facts).map(([key, value]) => `# ${key}: ${value}`), ...names, ...categories, ...lines].join('\n');
};

describe('a file of categories', () => {
  it('is read and written back with every ballot once', () => {
    const read = readCategorical(cat(['3: 1,{2,3}', '1: {},{}', '2: {3,2},1']));
    expect(read).toMatchObject({
      candidates: ['Mon', 'Tue', 'Wed'],
      categories: ['yes', 'no'],
      ballots: [
        { count: 3, categories: [[0], [1, 2]] },
        { count: 1, categories: [[], []] },
        { count: 2, categories: [[1, 2], [0]] },
      ],
    });
    const { fileName, text } = writeCategorical(read, { name: 'dates', title: 'When?', published: '2026-11-23' });
    expect(fileName).toBe('dates.cat');
    expect(text.split('\n').slice(-4)).toEqual(['3: 1,{2,3}', '2: {2,3},1', '1: {},{}', '']);
    expect(writeCategorical(readCategorical(text), { name: 'dates', title: 'When?', published: '2026-11-23' }).text).toBe(text);
  });

  it.each([
    ['missing-header (DATA TYPE)', cat([], { 'DATA TYPE': '' })],
    ['unknown-format', cat([], { 'DATA TYPE': 'soi' })],
    ['bad-header', cat([], { 'NUMBER CATEGORIES': '0' })],
    ['missing-header (CATEGORY NAME 3)', cat([], { 'NUMBER CATEGORIES': '3' })],
    ['missing-header (ALTERNATIVE NAME 4)', cat([], { 'NUMBER ALTERNATIVES': '4' })],
    ['column-count in line 10', cat(['6: 1'])],
    ['column-count in line 10', cat(['6: 1,2,3'])],
    ['unknown-alternative in line 10', cat(['6: 1,{4}'])],
    ['duplicate-alternative in line 10', cat(['6: 1,{1}'])],
    ['bad-ballot in line 11', cat(['6: 1,2', 'x'])],
    ['voter-count', cat(['5: 1,2'])],
  ])('is refused with %s', (message, source) => {
    expect(() => readCategorical(source)).toThrow(message);
  });
});

describe('a file of points', () => {
  const ballots = [
    { count: 2, points: new Map([[1, 3]]) },
    {
      count: 1,
      points: new Map([
        [1, 1],
        [4, 2],
      ]),
    },
  ];

  it('has a random number and all points on each line, and reads back', () => {
    const text = writePointsCsv([1, 4], ballots, 'seed');
    expect(text.split('\n')[0]).toBe('ballot,1,4');
    expect(
      text
        .split('\n')
        .map((line) => line.split(',').slice(1).join())
        .sort(),
    ).toEqual(['', '1,2', '1,4', '3,0', '3,0']);
    const again = readPointsCsv(text);
    expect(again.options).toEqual([1, 4]);
    expect(writePointsCsv(again.options, again.ballots, 'seed')).toBe(text);
  });

  it.each([
    ['missing-column in line 1', 'id,1\n'],
    ['bad-header in line 1', 'ballot,one\n'],
    ['duplicate-project in line 1', 'ballot,1,1\n'],
    ['column-count in line 3', 'ballot,1\n9,1\n8\n'],
    ['bad-points in line 2', 'ballot,1\n9,-1\n'],
    ['bad-points in line 2', 'ballot,1\n9,1.5\n'],
    ['duplicate-ballot in line 3', 'ballot,1\n9,1\n9,1\n'],
    ['bad-quoting', 'ballot,1\n"9,1\n'],
  ])('is refused with %s', (message, source) => {
    expect(() => readPointsCsv(source)).toThrow(message);
  });
});

describe('new numbers of ballots', () => {
  it('are distinct, the same for the same seed, and others for another', () => {
    const ids = newIds(20_000, 'a');
    expect(new Set(ids).size).toBe(20_000);
    expect(newIds(3, 'a')).toEqual(ids.slice(0, 3));
    expect(newIds(3, 'b')).not.toEqual(ids.slice(0, 3));
  });
});
