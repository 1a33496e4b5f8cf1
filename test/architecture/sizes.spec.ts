import { sourcesBelow } from './sources.js';

/** A file over the limit says why in a line that begins with `// Size:`. */
const REASON = /^(\/\/|\s*\*) Size: .{20,}/m;
const lines = (text: string): number => text.trimEnd().split('\n').length;
interface File {
  path: string;
  size: number;
  text: string;
}
const product = (): File[] =>
  sourcesBelow('libs', 'apps')
    .filter(({ path }) => !/spec\.ts$|\/generated\/|\.data\.ts$/.test(path))
    .map(({ path, text }) => ({ path, text, size: lines(text) }));
const tooLong = (files: readonly File[]): string[] =>
  files.filter((f) => f.size > 300 && !REASON.test(f.text)).map((f) => `${f.path}: ${f.size}`);

describe('sizes', () => {
  it('the median file has at most 60 lines, nine in ten at most 160', () => {
    const sizes = product()
      .map((f) => f.size)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(160);
  });

  it('no file has more than 300 lines without a reason', () => {
    expect(tooLong(product())).toEqual([]);
    const planted = { path: 'libs/x.ts', size: 301, text: '' };
    expect(tooLong([planted, { ...planted, text: '// Size: one table, which is read as a whole.' }])).toEqual(['libs/x.ts: 301']);
  });
});
