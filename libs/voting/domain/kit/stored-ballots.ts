import type { BallotGroup, BudgetInstance, CategoricalInstance, RankedInstance, VoteType } from '../instance.js';
import { VOTE_TYPES } from '../instance.js';
import type { PointsBallot } from '../files/points-csv.js';
import type { KitRules } from './kit-rules.js';

/**
 * Equal ballots as their rows hold them: option numbers from 1, and beside them points, ranks (from 1) or answers (0 no, 1 maybe,
 * 2 yes). Consent has no options: 1 agree, 2 abstain, 3 disagree, 4 block.
 */
export interface StoredBallots {
  readonly choices: readonly number[];
  readonly points: readonly number[] | null;
  readonly count: number;
}

export const CONSENT_CATEGORIES = ['agree', 'abstain', 'disagree', 'block'] as const;
export const DATE_CATEGORIES = ['yes', 'maybe', 'no'] as const;
export const CHOICE_CATEGORIES = ['chosen'] as const;
const YES = 2;

/** Options as alternatives of a file: the number comes first, so that equal titles stay apart and a recount finds the option. */
export const alternative = (number: number, title: string): string => `${number}. ${title}`;
/** The option number in such a name; null for another text. */
export const numberIn = (name: string): number | null => (/^\d+\. /.test(name) ? Number.parseInt(name, 10) : null);

interface Entry {
  readonly at: number;
  readonly value: number;
}

/** The ballots in the forms of the files, over the options that still stand. `standing` holds option numbers, ascending. */
export class StandingBallots {
  private readonly place: ReadonlyMap<number, number>;

  constructor(
    private readonly rules: KitRules,
    private readonly standing: readonly number[],
    private readonly ballots: readonly StoredBallots[],
  ) {
    this.place = new Map(standing.map((number, at) => [number, at]));
  }

  budget(): BudgetInstance {
    const { rules } = this;
    const projects = this.standing.map((number) => {
      const { title, cost } = rules.options[number - 1]!;
      return { id: `${number}`, name: title, cost: cost ?? 0n, details: {} };
    });
    const ballots = this.ballots.map((ballot): BallotGroup => {
      const entries = this.entries(ballot);
      const choices = entries.map(({ at }) => at);
      return { count: ballot.count, choices, ...(ballot.points ? { points: entries.map(({ value }) => value) } : {}) };
    });
    return {
      ...{ kind: 'budget', voteType: voteTypeOf(rules.method), budget: rules.pot ?? 0n, decimals: rules.decimals, pointDecimals: 0 },
      ...(rules.method === 'ordinal' ? { maxLength: rules.maxChoices } : {}),
      ...{ projects, ballots, meta: {} },
    };
  }

  ranked(): RankedInstance {
    const ballots = this.ballots.map((ballot) => {
      const ranks: number[][] = [];
      for (const { at, value } of this.entries(ballot)) (ranks[value - 1] ??= []).push(at);
      return { count: ballot.count, ranks: ranks.filter((group) => group.length > 0) };
    });
    return { kind: 'ranked', candidates: this.names(), ballots, meta: {} };
  }

  categorical(): CategoricalInstance {
    const { method } = this.rules;
    const categories = categoriesOf(method);
    const ballots = this.ballots.map((ballot) => {
      const lists = categories.map((): number[] => []);
      if (method === 'consent') lists[(ballot.points?.[0] ?? 0) - 1]?.push(0);
      else for (const { at, value } of this.entries(ballot)) lists[method === 'dates' ? YES - value : 0]?.push(at);
      return { count: ballot.count, categories: lists };
    });
    const candidates = method === 'consent' ? [alternative(1, this.rules.title)] : this.names();
    return { kind: 'categorical', candidates, categories, ballots, meta: {} };
  }

  points(): PointsBallot[] {
    return this.ballots.map((ballot) => ({
      count: ballot.count,
      points: new Map(this.entries(ballot).map(({ at, value }) => [this.standing[at]!, value])),
    }));
  }

  private names(): string[] {
    return this.standing.map((number) => alternative(number, this.rules.options[number - 1]!.title));
  }

  private entries({ choices, points }: StoredBallots): Entry[] {
    return choices.flatMap((number, index): Entry[] => {
      const at = this.place.get(number);
      return at === undefined ? [] : [{ at, value: points?.[index] ?? 0 }];
    });
  }
}

/** Categories of the files for votes without pot, ranks or points. */
export function categoriesOf(method: string): readonly string[] {
  if (method === 'consent') return CONSENT_CATEGORIES;
  return method === 'dates' ? DATE_CATEGORIES : CHOICE_CATEGORIES;
}

/** Pabulib's name for the way a ballot is filled in. */
export function voteTypeOf(method: string): VoteType {
  if (method === 'points') return 'cumulative';
  return VOTE_TYPES.find((type) => type === method) ?? 'approval';
}
