import { formatFraction } from '../arithmetic/decimal.js';
import type { Json } from '../budget/document.js';
import type { RankedInstance } from '../instance.js';
import { countBallots } from '../instance.js';
import { highest } from './copeland.js';
import { explainStv } from './explanation.js';
import type { IrvResult } from './irv.js';
import { firstContinuing } from './irv.js';
import type { Pairwise } from './pairwise.js';
import { condorcetWinner } from './pairwise.js';
import type { RankedParameters } from './ranked-count.js';
import { RankedCount } from './ranked-count.js';
import type { RankedPairsResult } from './ranked-pairs.js';
import { smithSet } from './smith-set.js';

/** The published outcome of a ranked vote under every rule, in the shape and with the names of the published rules. */
export function rankedDocument(instance: RankedInstance, parameters: RankedParameters = {}): Json {
  const count = new RankedCount(instance, parameters);
  const write = new RankedWriter(instance);
  const matrix = count.pairwise();
  const winner = condorcetWinner(matrix);
  const [winning, margins] = [count.schulze(), count.schulze('margins')];
  const order = (groups: readonly (readonly number[])[]): Json => groups.map((group) => write.names(group));
  return {
    ballots: countBallots(instance),
    candidates: [...instance.candidates],
    seats: count.seats,
    first_preferences: write.perCandidate(firstPreferences(instance)),
    pairwise: write.matrix(matrix),
    condorcet_winner: winner === null ? null : write.name(winner),
    smith_set: write.names(smithSet(matrix)),
    borda: write.halves(count.bordaHalves()),
    copeland: write.halves(count.copelandHalves()),
    schulze: { winners: write.names(winning.winners), order: order(winning.order), paths: write.matrix(winning.paths) },
    ranked_pairs: write.rankedPairs(count.rankedPairs()),
    schulze_margins: { winners: write.names(margins.winners), order: order(margins.order) },
    ranked_pairs_margins: write.rankedPairs(count.rankedPairs('margins')),
    irv: write.irv(count.irv()),
    scottish_stv: stvDocument(count),
  };
}

function firstPreferences({ candidates, ballots }: RankedInstance): number[] {
  const all = new Set(candidates.keys());
  const first = candidates.map(() => 0);
  for (const { count, ranks } of ballots) {
    const at = firstContinuing(ranks, all);
    if (at !== null) first[at] = (first[at] ?? 0) + count;
  }
  return first;
}

function stvDocument(count: RankedCount): Json {
  const { quota, valid, elected, excluded, stages } = explainStv(count);
  return {
    quota,
    valid,
    elected_in_order: [...elected],
    excluded_in_order: [...excluded],
    stages: stages.map((stage) => ({
      action: stage.action,
      ...(stage.candidate === null ? {} : { candidate: stage.candidate }),
      votes: Object.fromEntries(stage.votes.map(({ candidate, votes }) => [candidate, votes])),
      non_transferable: stage.nonTransferable,
    })),
  };
}

class RankedWriter {
  constructor(private readonly instance: RankedInstance) {}

  name(at: number): string {
    return this.instance.candidates[at] ?? '';
  }

  names(positions: readonly number[]): string[] {
    return positions.map((at) => this.name(at));
  }

  perCandidate(values: readonly Json[]): Json {
    return Object.fromEntries(values.map((value, at) => [this.name(at), value]));
  }

  matrix(matrix: Pairwise): Json {
    return this.perCandidate(
      matrix.map((row, a) => Object.fromEntries(row.flatMap((value, b) => (a === b ? [] : [[this.name(b), value]])))),
    );
  }

  halves(halves: readonly number[]): Json {
    const points = this.perCandidate(halves.map((value) => formatFraction({ n: BigInt(value), d: 2n })));
    return { points, winners: this.names(highest(halves)) };
  }

  rankedPairs(result: RankedPairsResult): Json {
    return {
      winners: this.names(result.winners),
      order: this.names(result.order),
      skipped_defeats: result.skipped.map((pair) => this.names(pair)),
      lot_order_used_between_equal_defeats: result.lotUsed,
    };
  }

  irv({ winner, decidedInRound, rounds }: IrvResult): Json {
    return {
      winner: winner === null ? null : this.name(winner),
      majority_reached_in_round: decidedInRound,
      rounds_to_last_two: rounds.map((round) => ({
        tally: Object.fromEntries(round.tally.map(([at, ballots]) => [this.name(at), ballots])),
        exhausted: round.exhausted,
        ...(round.eliminated === null ? {} : { eliminated: this.name(round.eliminated) }),
        ...(round.tied.length > 0 ? { tied_for_elimination: this.names(round.tied) } : {}),
      })),
    };
  }
}
