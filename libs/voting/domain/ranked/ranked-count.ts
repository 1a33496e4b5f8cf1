import type { RankedInstance } from '../instance.js';
import { bordaHalves } from './borda.js';
import { copelandHalves, highest } from './copeland.js';
import type { IrvResult } from './irv.js';
import { irv } from './irv.js';
import type { Pairwise } from './pairwise.js';
import { condorcetWinner, pairwise } from './pairwise.js';
import type { RankedPairsResult } from './ranked-pairs.js';
import { rankedPairs } from './ranked-pairs.js';
import type { SchulzeResult, Strength } from './schulze.js';
import { schulze } from './schulze.js';
import type { StvResult } from './scottish-stv.js';
import { scottishStv } from './scottish-stv.js';
import { smithSet } from './smith-set.js';

/** Every rule for ranked ballots, by its published name. */
export const RANKED_RULES = [
  'condorcet_winner',
  'smith_set',
  'borda',
  'copeland',
  'schulze',
  'ranked_pairs',
  'schulze_margins',
  'ranked_pairs_margins',
  'irv',
  'scottish_stv',
] as const;
export type RankedRule = (typeof RANKED_RULES)[number];

export interface RankedParameters {
  /** Winners of a single transferable vote; default 1. */
  readonly seats?: number;
}

/** Counts ranked ballots by any number of rules, sharing the table of duels. */
export class RankedCount {
  private matrix: Pairwise | null = null;
  readonly seats: number;

  constructor(
    readonly instance: RankedInstance,
    parameters: RankedParameters = {},
  ) {
    this.seats = parameters.seats ?? 1;
  }

  /** Winners in order of election; several where the rule leaves a tie, none where it names nobody. */
  winners(rule: RankedRule): readonly number[] {
    switch (rule) {
      case 'condorcet_winner':
        return [condorcetWinner(this.pairwise())].filter((at) => at !== null);
      case 'smith_set':
        return smithSet(this.pairwise());
      case 'borda':
        return highest(this.bordaHalves());
      case 'copeland':
        return highest(this.copelandHalves());
      case 'schulze':
      case 'schulze_margins':
        return this.schulze(rule === 'schulze' ? 'winning-votes' : 'margins').winners;
      case 'ranked_pairs':
      case 'ranked_pairs_margins':
        return this.rankedPairs(rule === 'ranked_pairs' ? 'winning-votes' : 'margins').winners;
      case 'irv':
        return [this.irv().winner].filter((at) => at !== null);
      case 'scottish_stv':
        return this.scottishStv().elected;
    }
  }

  pairwise(): Pairwise {
    return (this.matrix ??= pairwise(this.instance));
  }

  bordaHalves(): number[] {
    return bordaHalves(this.instance);
  }

  copelandHalves(): number[] {
    return copelandHalves(this.pairwise());
  }

  schulze(strength: Strength = 'winning-votes'): SchulzeResult {
    return schulze(this.pairwise(), strength);
  }

  rankedPairs(strength: Strength = 'winning-votes'): RankedPairsResult {
    return rankedPairs(this.pairwise(), strength);
  }

  irv(): IrvResult {
    return irv(this.instance);
  }

  scottishStv(): StvResult {
    return scottishStv(this.instance, this.seats);
  }
}
