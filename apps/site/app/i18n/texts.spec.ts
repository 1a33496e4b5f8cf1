import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import en from './en.json';
import fr from './fr.json';

type Tree = { [key: string]: string | Tree };

const PLURAL = /_(zero|one|two|few|many|other)$/;

function textsOf(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as [string, string]] : [...textsOf(value, `${path}${key}.`)],
    ),
  );
}

const english = textsOf(en);
const french = textsOf(fr);
const baseKeys = (texts: Map<string, string>): Set<string> => new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')));
const gapsOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /(?<!\.spec)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const code = sources(join(__dirname, '..')).map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe('the texts of the site', () => {
  it('are the same keys in English and French (A11Y-2)', () => {
    expect([...baseKeys(french)].sort()).toEqual([...baseKeys(english)].sort());
  });

  it('have every plural form their language asks for', () => {
    for (const [language, texts] of [
      ['en', english],
      ['fr', french],
    ] as const) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const counted = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')));
      for (const key of counted)
        expect(forms.filter((form) => !texts.has(`${key}_${form}`)).map((form) => `${language}: ${key}_${form}`)).toEqual([]);
    }
  });

  it('leave the same gaps to be filled in both languages', () => {
    const differing = [...english].filter(
      ([key, text]) => french.has(key) && String(gapsOf(text)) !== String(gapsOf(french.get(key) ?? '')),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('keep French signs on the line of their word', () => {
    expect([...french].filter(([, text]) => / [:;?!»]|« /.test(text)).map(([key]) => key)).toEqual([]);
  });

  it('are never empty', () => {
    expect([...english, ...french].filter(([, text]) => !text.trim())).toEqual([]);
  });

  it('exist for every fixed key that the pages ask for', () => {
    const keys = baseKeys(english);
    const asked = code.flatMap(({ text }) => [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((m) => m[1] ?? ''));
    expect([...new Set(asked)].filter((key) => !keys.has(key))).toEqual([]);
  });

  it('stand behind every word that can be told after a form was taken', () => {
    const told = code.flatMap(({ text }) => [...text.matchAll(/(?:done=|done: ')([a-z]+(?:-[a-z]+)*)(?=['`#&])/g)].map((m) => m[1] ?? ''));
    expect([...new Set(told)].filter((word) => !english.has(`done.${word}`))).toEqual([]);
  });

  it('are nowhere written into a page itself', () => {
    const written = code
      .filter(({ file }) => file.endsWith('.tsx'))
      .flatMap(({ file, text }) => [...text.matchAll(/>\s*([A-Z][a-z]+ [a-z][^<>{}=;]*)</g)].map((m) => `${file}: ${m[1]}`));
    expect(written).toEqual([]);
  });
});
