import type { Ballot } from '../casting/ballot.js';
import type { KitBallots } from './ballot-file.js';
import type { KitRules } from './kit-rules.js';
import { CONSENT_CATEGORIES, DATE_CATEGORIES } from './stored-ballots.js';

/**
 * What a ballot says, as one short text over option numbers: `1,4` choices, `1:3,4:2` points or answers, `3>1=2` ranks, `agree`.
 * Equal ballots have equal texts. The page of the kit writes them the same way.
 */
export function contentsOf(ballots: KitBallots, rules: KitRules): Map<string, number> {
  const number = new Map(rules.options.map((option) => [option.id, option.number]));
  const counts = new Map<string, number>();
  const add = (content: string, count: number): Map<string, number> => counts.set(content, (counts.get(content) ?? 0) + count);
  switch (ballots.kind) {
    case 'budget': {
      const numbers = ballots.projects.map(({ id }) => number.get(id)!);
      for (const { choices, points, count } of ballots.ballots) add(listed(choices.map((at, i) => [numbers[at]!, points?.[i]])), count);
      return counts;
    }
    case 'points': {
      const numbers = ballots.options.map((id) => number.get(id)!);
      for (const { points, count } of ballots.ballots) add(listed([...points].map(([at, own]) => [numbers[at]!, own])), count);
      return counts;
    }
    case 'ranked': {
      const numbers = ballots.candidates.map((id) => number.get(id)!);
      for (const { ranks, count } of ballots.ballots) add(rankedContent(ranks.map((group) => group.map((at) => numbers[at]!))), count);
      return counts;
    }
    case 'categorical':
      for (const { categories, count } of ballots.ballots) {
        if (rules.method === 'consent') {
          add(CONSENT_CATEGORIES[categories.findIndex((list) => list.length > 0)] ?? '', count);
          continue;
        }
        const entries = categories.flatMap((list, category) =>
          list.map((at): Entry => [number.get(ballots.candidates[at]!)!, rules.method === 'dates' ? DATE_CATEGORIES[category] : undefined]),
        );
        add(listed(entries), count);
      }
      return counts;
  }
}

/** The same of one ballot, over the options that still stand. */
export function contentOf(ballot: Ballot, rules: KitRules, standing: ReadonlySet<string>): string {
  const numbers = new Map(rules.options.filter(({ id }) => standing.has(id)).map((option) => [option.id, option.number]));
  const entry = <V>(option: string, value: V): [number, V][] => (numbers.has(option) ? [[numbers.get(option)!, value]] : []);
  switch (ballot.kind) {
    case 'choices':
      return listed(ballot.choices.flatMap((option) => entry(option, undefined)));
    case 'points':
      return listed(ballot.points.flatMap(({ option, points }) => (points > 0 ? entry(option, points) : [])));
    case 'dates':
      return listed(ballot.answers.flatMap(({ option, answer }) => entry(option, answer)));
    case 'consent':
      return ballot.answer;
    case 'ranked': {
      const ranks: number[][] = [];
      for (const { option, rank } of ballot.ranks) for (const [number] of entry(option, rank)) (ranks[rank - 1] ??= []).push(number);
      return rankedContent(ranks.filter((group) => group.length > 0));
    }
  }
}

/** Ids of the options that were still on the ballot at the count. */
export function standingIn(ballots: KitBallots, rules: KitRules): Set<string> {
  if (ballots.kind === 'budget') return new Set(ballots.projects.map(({ id }) => id));
  if (ballots.kind === 'points') return new Set(ballots.options);
  return new Set(rules.method === 'consent' ? [] : ballots.candidates);
}

type Entry = [number, string | number | undefined];

function listed(entries: readonly Entry[]): string {
  return [...entries]
    .sort(([a], [b]) => a - b)
    .map(([number, value]) => (value === undefined ? `${number}` : `${number}:${value}`))
    .join();
}

function rankedContent(ranks: readonly (readonly number[])[]): string {
  return ranks.map((group) => [...group].sort((a, b) => a - b).join('=')).join('>');
}
