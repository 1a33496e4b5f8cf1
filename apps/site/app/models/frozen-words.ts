import type { TFunction } from 'i18next';
import type { BallotDetailView } from '../views/ballots';
import type { Format } from './format';
import { ruleSentences } from './rule-words';

/** Every parameter that was frozen at the opening, in plain sentences: nothing a result depends on is left out. */
export function frozenSentences(ballot: BallotDetailView, t: TFunction, format: Format, timeZone: string): string[] {
  const { method, rule, pot } = ballot;
  return [
    ruleSentences(rule, method, t),
    ...limits(ballot, t, format),
    ...(pot ? [t('rules.pot', { pot: format.money(pot) })] : []),
    ...(rule.startsWith('mes_') && !rule.endsWith('_none')
      ? [ballot.increment ? t('rules.increment', { step: format.money(ballot.increment) }) : t('rules.incrementLater')]
      : []),
    ...(ballot.threshold > 1 ? [t('rules.threshold', { count: ballot.threshold })] : []),
    ...(!pot && ballot.seats > 1 ? [t('rules.seats', { count: ballot.seats })] : []),
    ...(method === 'consent' ? [] : [t(pot ? `rules.tie.${ballot.tieRule}` : `rules.tieNoPot.${ballot.tieRule}`)]),
    t('rules.onePerson'),
    ...admitted(ballot, t, format),
    t(ballot.anonymous ? 'rules.secret' : 'rules.named'),
    t('rules.hidden'),
    t('rules.closes', { date: format.dateTime(ballot.closesAt, timeZone) }),
    ...(ballot.quorum > 0 ? [t('rules.quorum', { count: ballot.quorum })] : []),
    ...(ballot.talliesOnly ? [t('rules.talliesOnly')] : []),
    ...(ballot.electorateSize !== null
      ? [t('rules.electorate', { count: ballot.electorateSize, shown: format.number(ballot.electorateSize) })]
      : []),
    ...(ballot.voters !== null ? [t('rules.voters', { count: ballot.voters, shown: format.number(ballot.voters) })] : []),
  ];
}

function limits(ballot: BallotDetailView, t: TFunction, format: Format): string[] {
  const { method, minChoices, maxChoices, minSpend, options } = ballot;
  const cap = ballot.pointsCap ?? ballot.pointsBudget ?? 0;
  if (method === 'points') return [t('rules.points', { count: ballot.pointsBudget ?? 0, cap })];
  if (method === 'ranked')
    return [t('rules.ranks', { count: Math.min(maxChoices, options.length) }), t(ballot.equalRanks ? 'rules.ties' : 'rules.noTies')];
  if (method === 'knapsack')
    return [t('rules.knapsack'), minSpend ? t('rules.leastSpend', { least: format.money(minSpend) }) : t('rules.noLeastSpend')];
  if (method === 'consent' || method === 'dates') return [];
  return [
    ...(minChoices > 0 ? [t('rules.least', { count: minChoices })] : []),
    t(maxChoices < options.length ? 'rules.most' : 'rules.any', { count: maxChoices }),
  ];
}

function admitted({ admits, lateJoiners }: BallotDetailView, t: TFunction, format: Format): string[] {
  const who = t('rules.admits', { who: format.list(admits.map((kind) => t(`rules.who.${kind}`))) });
  if (admits.includes('everyone')) return [who, t(`rules.late.${lateJoiners}`)];
  // A code is entered after the opening by its nature: who is late is nobody's question there.
  return admits.every((kind) => kind === 'code') ? [who] : [who, t(`rules.lateOther.${lateJoiners}`)];
}
