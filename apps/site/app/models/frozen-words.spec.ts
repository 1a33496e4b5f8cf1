import { translatorOf } from '../i18n/translator';
import type { BallotDetailView } from '../views/ballots';
import { formatFor } from './format';
import { frozenSentences } from './frozen-words';

const ballot: BallotDetailView = {
  id: 'b',
  title: 'What?',
  state: 'open',
  pot: { amount: 100_000, currency: 'GBP' },
  openedAt: null,
  closesAt: '2026-12-01T18:00:00Z',
  closedAt: null,
  question: '',
  method: 'approval',
  minChoices: 0,
  maxChoices: 3,
  minSpend: null,
  seats: 1,
  pointsBudget: null,
  pointsCap: null,
  equalRanks: false,
  threshold: 0,
  admits: ['everyone'],
  talliesOnly: false,
  rule: 'mes_cost_add1u',
  increment: { amount: 100, currency: 'GBP' },
  tieRule: 'cost_votes_lot',
  lateJoiners: 'refused',
  anonymous: true,
  quorum: 20,
  noticeHours: 48,
  lotSeed: null,
  rulesHash: null,
  electorateSize: 180,
  voters: null,
  voidedBecause: null,
  options: ['x', 'y', 'z', 'u'].map((id, at) => ({
    optionId: id,
    proposalId: id,
    position: at + 1,
    title: id,
    cost: null,
    startsAt: null,
    withdrawn: false,
  })),
};
const RULES = [
  ...['cost', 'cardinality', 'points'].flatMap((u) => ['none', 'add1', 'add1u', 'add1_until_overspend'].map((c) => `mes_${u}_${c}`)),
  ...['greedy_votes', 'greedy_votes_per_cost', 'greedy_score', 'greedy_stop_at_first_misfit', 'greedy_with_threshold', 'phragmen'],
  ...['most_votes', 'irv', 'schulze', 'ranked_pairs', 'scottish_stv', 'consent', 'most_yes'],
];

describe.each(['en', 'fr'] as const)('the rules of a vote in plain words (%s)', (language) => {
  const { t } = translatorOf(language);
  const say = (change: Partial<BallotDetailView>): string =>
    frozenSentences({ ...ballot, ...change }, t, formatFor(language), 'Europe/London').join('\n');

  it('name every frozen number (VOT-6)', () => {
    const text = say({});
    for (const figure of [formatFor(language).money({ amount: 100_000, currency: 'GBP' }), '180', '20', '3'])
      expect(text).toContain(figure);
    expect(say({ method: 'points', pointsBudget: 17, pointsCap: 6 })).toMatch(/17[^]*6/);
    expect(say({ method: 'ranked', rule: 'scottish_stv', pot: null, seats: 4, maxChoices: 2, equalRanks: true })).toMatch(/4/);
    expect(say({ threshold: 23 })).toContain('23');
  });

  it('say of a knapsack what a ballot spends at least, and by default that it may spend as little as it likes (PBG-3)', () => {
    const none = translatorOf(language).t('rules.noLeastSpend');
    expect(say({ method: 'knapsack' })).toContain(none);
    const least = say({ method: 'knapsack', minSpend: { amount: 4_321, currency: 'GBP' } });
    expect(least).toContain(formatFor(language).money({ amount: 4_321, currency: 'GBP' }));
    expect(least).not.toContain(none);
    expect(say({})).not.toContain(none);
  });

  it.each(RULES)('have sentences for %s', (rule) => {
    expect(say({ rule })).not.toMatch(/rules\.|undefined|\{\{/);
  });

  it('say what happens to those who come late, except where a code is all that counts', () => {
    expect(say({ admits: ['backers'], lateJoiners: 'refused' })).toContain(translatorOf(language).t('rules.lateOther.refused'));
    expect(say({ admits: ['invited', 'code'], lateJoiners: 'admitted' })).toContain(translatorOf(language).t('rules.lateOther.admitted'));
    expect(say({ admits: ['code'] })).not.toContain(translatorOf(language).t('rules.lateOther.refused'));
  });

  it.each(['everyone', 'backers', 'invited', 'code'])('say that %s may vote', (kind) => {
    expect(say({ admits: [kind] })).not.toMatch(/rules\./);
  });
});
