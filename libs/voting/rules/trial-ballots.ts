import type { Ballot } from '#voting/count';

/** Methods whose ballots several rules can count. */
export type TrialMethod = 'approval' | 'knapsack' | 'points' | 'ranked';

/** What a trial voter needs to know of a vote that has not been opened. */
export interface TrialQuestion {
  method: TrialMethod;
  options: readonly { id: string; cost: bigint }[];
  maxChoices: number;
  pot: bigint | null;
  minSpend: bigint | null;
  pointsBudget: number;
  pointsCap: number;
}

/** People who like the same options: how many, and which; nobody's name. */
export interface LikingGroup {
  readonly options: readonly string[];
  readonly people: number;
}

/** Camps that made voters fall into: enough that tastes differ, few enough that each has a say. */
const CAMPS = 4;
/** Three picks are recommended and never forced (spec/voting.md 4): made voters pick about that many. */
const USUAL_PICKS = 3;

/** Ballots that people would cast who vote for what they already support. The same seed gives the same ballots. */
export function ballotsFromSupports(question: TrialQuestion, groups: readonly LikingGroup[], seed: number): Ballot[] {
  const next = numbersFrom(seed);
  return groups.flatMap(({ options, people }) => Array.from({ length: people }, () => ballotOf(question, shuffled(options, next))));
}

/** Ballots of people who do not exist: camps with tastes of their own, and options that many like. The same seed gives the same ballots. */
export function madeBallots(question: TrialQuestion, voters: number, seed: number): Ballot[] {
  const next = numbersFrom(seed);
  const common = question.options.map(() => next() ** 2);
  const camps = Array.from({ length: CAMPS }, () => common.map((liking) => liking * 0.5 + next() ** 3));
  return Array.from({ length: voters }, () => {
    const taste = camps[Math.floor(next() ** 1.5 * CAMPS)]!;
    const liked = question.options
      .map(({ id }, at) => ({ id, wish: taste[at]! * (0.5 + next()) }))
      .sort((a, b) => b.wish - a.wish || (a.id < b.id ? -1 : 1));
    return ballotOf(
      question,
      liked.slice(0, 1 + Math.floor(next() * (2 * USUAL_PICKS - 1))).map(({ id }) => id),
    );
  });
}

/** A ballot of the vote's method for somebody who likes these options, best first. */
function ballotOf(
  { method, options, maxChoices, pot, minSpend, pointsBudget, pointsCap }: TrialQuestion,
  liked: readonly string[],
): Ballot {
  if (method === 'points') return { kind: 'points', points: spread(liked, pointsBudget, pointsCap) };
  if (method === 'ranked') return { kind: 'ranked', ranks: liked.slice(0, maxChoices).map((option, at) => ({ option, rank: at + 1 })) };
  if (method !== 'knapsack') return { kind: 'choices', choices: liked.slice(0, maxChoices) };
  const cost = new Map(options.map((option) => [option.id, option.cost]));
  let left = pot ?? 0n;
  const choices = liked.filter((id) => {
    const fits = cost.get(id)! <= left;
    if (fits) left -= cost.get(id)!;
    return fits;
  });
  // Who likes too little for the minimum can only hand in an empty ballot: that is what a minimum does, and a rehearsal shows it (PBG-3).
  const spent = (pot ?? 0n) - left;
  return { kind: 'choices', choices: minSpend !== null && spent < minSpend ? [] : choices };
}

/** Points in falling order: half of what is left to each, the rest to the last, never above the cap. */
function spread(liked: readonly string[], budget: number, cap: number): { option: string; points: number }[] {
  let left = budget;
  return liked.flatMap((option, at) => {
    const points = Math.min(cap, at === liked.length - 1 ? left : Math.ceil(left / 2));
    left -= points;
    return points > 0 ? [{ option, points }] : [];
  });
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Numbers in [0, 1) that look random and are the same for the same seed (Mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
