import { rankedDocument } from '../ranked/document.js';
import { rankedSample } from '../spec-support/samples.js';
import { writeBlt } from './blt-writer.js';
import { FileFault } from './file-fault.js';
import { readPreflib } from './preflib-reader.js';
import { preflibType, writePreflib } from './preflib-writer.js';

function text(lines: readonly string[], header: Record<string, string> = {}): string {
  const facts = { 'DATA TYPE': 'toi', 'NUMBER ALTERNATIVES': '3', 'NUMBER VOTERS': '6', ...header };
  const names = ['Ann', 'Bo', 'Cy'].map((name, at) => `# ALTERNATIVE NAME ${at + 1}: ${name}`);
  return [...Object.entries(facts).map(([key, value]) => `# ${key}: ${value}`), ...names, ...lines].join('\n');
}

describe('reading a PrefLib file', () => {
  it('takes strict, tied and incomplete orders and an empty one', () => {
    expect(readPreflib(text(['3: 1,{2,3}', '2: 2', '1: ']))).toMatchObject({
      candidates: ['Ann', 'Bo', 'Cy'],
      ballots: [
        { count: 3, ranks: [[0], [1, 2]] },
        { count: 2, ranks: [[1]] },
        { count: 1, ranks: [] },
      ],
    });
  });

  it('names alternatives by their numbers where names are not distinct', () => {
    expect(readPreflib(text(['6: 1']).replace('Bo', 'Ann')).candidates).toEqual(['1', '2', '3']);
  });

  it.each([
    ['missing-header', text(['6: 1'], { 'DATA TYPE': '' })],
    ['unknown-format', text(['6: 1'], { 'DATA TYPE': 'wmd' })],
    ['bad-header', text(['6: 1'], { 'NUMBER ALTERNATIVES': 'three' })],
    ['missing-header', text(['6: 1'], { 'NUMBER ALTERNATIVES': '4' })],
    ['bad-order', text(['six: 1'])],
    ['bad-order', text(['0: 1', '6: 2'])],
    ['bad-order', text(['6: 1,,2'])],
    ['unknown-alternative', text(['6: 1,4'])],
    ['duplicate-alternative', text(['6: 1,{2,1}'])],
    ['order-not-allowed', text(['6: 1,{2,3}'], { 'DATA TYPE': 'soc' })],
    ['order-not-allowed', text(['6: 1,2'], { 'DATA TYPE': 'soc' })],
    ['voter-count', text(['5: 1'])],
  ])('refuses %s', (code, source) => {
    expect(() => readPreflib(source)).toThrow(FileFault);
    expect(() => readPreflib(source)).toThrow(new RegExp(`^${code}`));
  });
});

describe('writing ranked ballots', () => {
  const sample = rankedSample('Ann Bo Cy', ['2: Ann Bo', '1: Cy=Bo Ann', '3: Bo', '1: Ann Bo']);

  it('uses the most restrictive PrefLib type', () => {
    expect(preflibType(rankedSample('A B', ['1: A B']))).toBe('soc');
    expect(preflibType(rankedSample('A B', ['1: A']))).toBe('soi');
    expect(preflibType(rankedSample('A B', ['1: A=B']))).toBe('toc');
    expect(preflibType(sample)).toBe('toi');
  });

  it('writes every order once and reads back to the same outcome', () => {
    const { fileName, text: written } = writePreflib(sample, { name: 'dates', title: 'When?', published: '2026-11-23' });
    expect(fileName).toBe('dates.toi');
    expect(written).toContain('# NUMBER UNIQUE ORDERS: 3\n');
    expect(written.split('\n').slice(-4)).toEqual(['3: 1,2', '3: 2', '1: {2,3},1', '']);
    expect(rankedDocument(readPreflib(written), { seats: 2 })).toEqual(rankedDocument(sample, { seats: 2 }));
  });

  it('writes a BLT file that ends ballots at a shared rank', () => {
    expect(writeBlt(sample, 2, 'The "best"')).toBe(
      ['3 2', '3 1 2 0', '3 2 0', '0', '"Ann"', '"Bo"', '"Cy"', `"The 'best'"`, ''].join('\n'),
    );
  });
});
