import englishFramework from 'ra-language-english';
import en from './en.json';
import fr from './fr.json';

interface Texts {
  [key: string]: string | Texts;
}

const texts = (tree: Texts, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : texts(value, `${path}${key}.`),
  );

const english = texts({ ...(englishFramework as unknown as Texts), ...(en as Texts) });
const french = texts(fr as Texts);
const figuresIn = (text: string): string[] => [...text.matchAll(/%\{(\w+)\}/g)].map((match) => match[1]!).sort();

describe('the two languages', () => {
  it('have the same keys', () => {
    expect(french.map(([key]) => key).sort()).toEqual(english.map(([key]) => key).sort());
  });

  it('leave no text empty', () => {
    for (const [key, text] of [...english, ...french]) expect([key, text.length]).not.toEqual([key, 0]);
  });

  it('keep French signs on the line of their word', () => {
    expect(french.filter(([, text]) => / [:;?!»]|« /.test(text)).map(([key]) => key)).toEqual([]);
  });

  it('speak of the same figures in our own sentences', () => {
    const own = new Map(french);
    for (const [key, text] of texts(en as Texts)) expect([key, figuresIn(own.get(key) ?? '')]).toEqual([key, figuresIn(text)]);
  });
});
