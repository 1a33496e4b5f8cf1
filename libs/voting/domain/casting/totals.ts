import type { Ballot, ConsentAnswer, DateAnswer } from './ballot.js';

/** One option and what it got. */
export interface OptionTotal {
  readonly option: string;
  /** Votes, or points where ballots give points. */
  readonly total: number;
  readonly supporters: number;
}

/** Support and points: options by total, most first; ties by more supporters, then the lot. Nobody's favourite stays on the list with 0. */
export function optionTotals(options: readonly string[], ballots: readonly Ballot[]): OptionTotal[] {
  const total = new Map(options.map((option) => [option, 0]));
  const supporters = new Map(total);
  const add = (option: string, points: number): void => {
    if (points <= 0 || !total.has(option)) return;
    total.set(option, (total.get(option) ?? 0) + points);
    supporters.set(option, (supporters.get(option) ?? 0) + 1);
  };
  for (const ballot of ballots) {
    if (ballot.kind === 'choices') for (const option of ballot.choices) add(option, 1);
    if (ballot.kind === 'points') for (const { option, points } of ballot.points) add(option, points);
  }
  const lot = new Map(options.map((option, at) => [option, at]));
  return options
    .map((option) => ({ option, total: total.get(option) ?? 0, supporters: supporters.get(option) ?? 0 }))
    .sort((a, b) => b.total - a.total || b.supporters - a.supporters || (lot.get(a.option) ?? 0) - (lot.get(b.option) ?? 0));
}

/** How a consent question ended: one block stops it; without disagreement it is consent; else the larger side decides. */
export type ConsentOutcome = 'NO_ANSWERS' | 'BLOCKED' | 'CONSENT' | 'AGREED' | 'REJECTED';

/** Answers of a consent poll and what follows from them. Abstentions count as answers but not for a side. */
export function consentTotals(ballots: readonly Ballot[]): { counts: Record<ConsentAnswer, number>; outcome: ConsentOutcome } {
  const counts: Record<ConsentAnswer, number> = { agree: 0, abstain: 0, disagree: 0, block: 0 };
  for (const ballot of ballots) if (ballot.kind === 'consent') counts[ballot.answer] += 1;
  return { counts, outcome: consentOutcome(counts) };
}

/** What follows from the answers of a consent poll. */
export function consentOutcome({ agree, disagree, block }: Readonly<Record<ConsentAnswer, number>>): ConsentOutcome {
  if (agree + disagree + block === 0) return 'NO_ANSWERS';
  if (block > 0) return 'BLOCKED';
  if (disagree === 0) return 'CONSENT';
  return agree > disagree ? 'AGREED' : 'REJECTED';
}

/** A date and the answers for it; what a ballot does not mention counts as no. */
export interface DateTotal extends Record<DateAnswer, number> {
  readonly option: string;
}

/** Date poll: most yes first, then most yes and maybe together, then the lot. */
export function dateTotals(options: readonly string[], ballots: readonly Ballot[]): DateTotal[] {
  const dates = ballots.filter((ballot) => ballot.kind === 'dates');
  const totals = options.map((option) => {
    const given = (wanted: DateAnswer): number =>
      dates.filter(({ answers }) => answers.some((each) => each.option === option && each.answer === wanted)).length;
    const [yes, maybe] = [given('yes'), given('maybe')];
    return { option, yes, maybe, no: dates.length - yes - maybe };
  });
  return totals.sort((a, b) => b.yes - a.yes || b.yes + b.maybe - (a.yes + a.maybe));
}
