import fc from 'fast-check';
import { countWords, overBy, saysSomething, shareText, SPARK_MAX, sparkLength, textKey } from './spark-text.js';

describe('how long a spark is (SPK-1)', () => {
  it.each([
    ['a plain letter', 'a', 1],
    ['white space around it does not count', '  abc \n', 3],
    ['a letter with a combining accent is one', 'e\u0301', 1],
    ['a family emoji is one', '👨‍👩‍👧‍👦', 1],
    ['a flag is one', '🇬🇧', 1],
    ['a skin tone belongs to its emoji', '👍🏽', 1],
    ['a Devanagari syllable is one', 'नि', 1],
    ['a short link counts 23', 'http://a.io', 23],
    ['a long link counts 23', `see https://example.org/${'x'.repeat(300)}?a=b#c now`, 4 + 23 + 4],
    ['the full stop after a link is text', 'https://example.org/page.', 24],
    ['each link counts', 'http://a.io http://b.io', 47],
    ['other schemes are text', 'ftp://a.io', 10],
  ])('%s', (_title, text, length) => {
    expect(sparkLength(text)).toBe(length);
  });

  it.each(['', ' \n ', '\u200b\u200d', '\u00ad', '\u202e'])('hears nothing in %j (SPK-1)', (text) => {
    expect(saysSomething(text)).toBe(false);
  });

  it('accepts 140 and says by how much 141 is over', () => {
    expect(overBy('x'.repeat(140))).toBe(0);
    expect(overBy('x'.repeat(141))).toBe(1);
    expect(overBy('👨‍👩‍👧‍👦'.repeat(140))).toBe(0);
    expect(overBy(`${'x'.repeat(116)} https://example.org/${'y'.repeat(400)}`)).toBe(0);
    expect(overBy(`${'x'.repeat(117)} https://example.org/${'y'.repeat(400)}`)).toBe(1);
  });

  it('does not depend on how accents are encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => sparkLength(text.normalize('NFD')) === sparkLength(text.normalize('NFC'))),
    );
  });
});

describe('texts that say the same (SPK-3)', () => {
  it('ignores case, accents, punctuation and spaces', () => {
    expect(textKey('Let’s  organise a  get-together!')).toBe(textKey('LET S ORGANISE A GET TOGETHER'));
    expect(textKey('Café, naïve')).toBe('cafe naive');
  });

  it('tells texts without letters apart', () => {
    expect(textKey('🎉')).not.toBe(textKey('🎈'));
  });

  it('counts words', () => {
    expect(countWords('  a get-together ')).toBe(3);
  });
});

describe('text to pass on (SPK-7)', () => {
  const url = 'https://wegettogether.example/s/ACDEFGHJK';

  it('keeps a short spark whole', () => {
    expect(shareText('Meet in May', url)).toBe(`Meet in May ${url}`);
  });

  it('fits the limit with its link, whatever the spark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        const shared = shareText(text, url);
        return sparkLength(shared) <= SPARK_MAX && shared.endsWith(url);
      }),
    );
  });
});
