import { hasSteps } from './methods.js';
import type { BallotRules } from './types.js';

/** One frozen parameter: which it is, the sentence that says it, and what fills the sentence in. */
export interface Word {
  topic: string;
  /** A translation key below `ballot_words`. */
  key: string;
  figures?: Record<string, string | number>;
}

/** How amounts and instants are said. */
export interface Say {
  money: (value: NonNullable<BallotRules['pot']>) => string;
  when: (instant: string) => string;
}

/** Everything the opening freezes, each in a sentence that a voter understands. */
export function plainWords(rules: BallotRules, say: Say): Word[] {
  const word = (topic: string, key: string, figures?: Word['figures']): Word => ({ topic, key, figures });
  return [
    howToVote(rules),
    ...(rules.method === 'knapsack'
      ? [rules.minSpend ? word('min_spend', 'min_spend', { least: say.money(rules.minSpend) }) : word('min_spend', 'no_min_spend')]
      : []),
    ...(rules.method === 'consent' ? [] : [word('options', rules.pot ? 'options' : 'free_options', { smart_count: rules.options.length })]),
    ...(rules.pot
      ? [
          word('pot', 'pot', { pot: say.money(rules.pot) }),
          word('prices', rules.noticeHours > 0 ? 'notice' : 'no_notice', { smart_count: rules.noticeHours }),
        ]
      : []),
    ...decided(rules, say),
    ...(rules.method === 'consent' ? [] : [word('ties', `${rules.pot ? 'ties' : 'free_ties'}.${rules.tieRule}`)]),
    word('voters', `admits.${admission(rules.admits)}`),
    ...(asksWhoIsLate(rules.admits)
      ? [word('late', `${rules.admits.includes('everyone') ? 'late' : 'late_other'}.${rules.lateJoiners}`)]
      : []),
    word('secrecy', rules.anonymous ? 'secret' : 'named'),
    word('published', rules.talliesOnly ? 'tallies_only' : 'ballots_published'),
    word('quorum', rules.quorum > 0 ? 'quorum' : 'no_quorum', { smart_count: rules.quorum }),
    ...(rules.opensAt ? [word('from', 'from', { when: say.when(rules.opensAt) })] : []),
    ...(rules.closesAt ? [word('until', 'until', { when: say.when(rules.closesAt) })] : []),
  ];
}

/** Codes are entered after the opening by their nature; with any other condition it matters who comes to meet it late. */
export const asksWhoIsLate = (admits: readonly string[]): boolean => admits.some((kind) => kind !== 'code');

const admission = (admits: readonly string[]): string => (admits.includes('everyone') ? 'everyone' : [...admits].sort().join('_'));

function howToVote({ method, minChoices, maxChoices, options, pointsBudget, pointsCap, equalRanks }: BallotRules): Word {
  const topic = 'method';
  const limited = maxChoices < options.length;
  switch (method) {
    case 'approval':
      if (minChoices > 0) return { topic, key: 'method.approval_between', figures: { min: minChoices, max: maxChoices } };
      return { topic, key: limited ? 'method.approval_at_most' : 'method.approval', figures: { smart_count: maxChoices } };
    case 'support':
      return { topic, key: limited ? 'method.support_at_most' : 'method.support', figures: { smart_count: maxChoices } };
    case 'points':
      return {
        topic,
        key: pointsCap ? 'method.points_capped' : 'method.points',
        figures: { points: pointsBudget ?? 0, cap: pointsCap ?? 0 },
      };
    case 'ranked':
      return { topic, key: equalRanks ? 'method.ranked_equal' : 'method.ranked', figures: { smart_count: maxChoices } };
    default:
      return { topic, key: `method.${method}` };
  }
}

function decided({ rule, increment, seats, threshold, pot, method }: BallotRules, say: Say): Word[] {
  const topic = 'rule';
  const words: Word[] = [{ topic, key: `rule.${rule}` }];
  if (!pot && method !== 'consent') words.push({ topic: 'seats', key: 'seats', figures: { smart_count: seats } });
  if (threshold > 0 && (rule === 'most_votes' || rule === 'greedy_with_threshold'))
    words.push({ topic: 'threshold', key: 'threshold', figures: { smart_count: threshold } });
  if (hasSteps(rule))
    words.push(
      increment
        ? { topic: 'increment', key: 'increment', figures: { step: say.money(increment) } }
        : { topic: 'increment', key: 'usual_increment' },
    );
  return words;
}
