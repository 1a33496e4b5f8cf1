import en from '../i18n/en.json';
import { METHODS, rulesFor } from './methods.js';
import { NEW_DRAFT, rulesOf } from './design/draft.js';
import { plainWords } from './plain-words.js';

const say = { money: () => '£1', when: () => 'then' };
const frame = { currency: 'GBP', timeZone: 'UTC' };
const textAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((tree, step) => (tree as Record<string, unknown> | undefined)?.[step], en);

describe('plain words', () => {
  it('say every frozen parameter of every method, with a sentence for each', () => {
    for (const method of METHODS)
      for (const admits of [['everyone'], ['code', 'backers'], ['invited'], ['code']]) {
        const rules = rulesOf(
          { ...NEW_DRAFT, method, pot: '10', admits, threshold: 2, quorum: 5, closesAt: '2026-01-01T10:00' },
          [],
          frame,
        );
        const words = plainWords(rules, say);
        expect(new Set(words.map((word) => word.topic)).size).toBe(words.length);
        expect(words.some(({ topic }) => topic === 'late')).toBe(admits.some((kind) => kind !== 'code'));
        for (const { topic, key } of words) {
          expect([topic, typeof textAt(`ballot_topics.${topic}`)]).toEqual([topic, 'string']);
          if (topic !== 'rule') expect([key, typeof textAt(`ballot_words.${key}`)]).toEqual([key, 'string']);
        }
      }
  });

  it('say of a knapsack what it spends at least, or that it may spend as little as it likes (PBG-3)', () => {
    const keys = (minSpend?: string) =>
      plainWords(rulesOf({ ...NEW_DRAFT, method: 'knapsack', pot: '10', minSpend }, [], frame), say).map(({ key }) => key);
    expect(keys()).toContain('no_min_spend');
    expect(keys('5')).toContain('min_spend');
  });

  it('know every rule that can be chosen', () => {
    for (const method of METHODS)
      for (const hasPot of [true, false])
        for (const rule of rulesFor(method, hasPot).filter((one) => !one.startsWith('mes_')))
          expect([rule, typeof textAt(`rules.${rule}`), typeof textAt(`rule_texts.${rule}`)]).toEqual([rule, 'string', 'string']);
  });
});
