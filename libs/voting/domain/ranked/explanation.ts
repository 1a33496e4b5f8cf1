import { formatMinor } from '../arithmetic/decimal.js';
import type { RankedCount } from './ranked-count.js';
import { duel } from './pairwise.js';
import type { Strength } from './schulze.js';
import type { SettledBy } from './settled-by.js';
import { STV_DECIMALS } from './scottish-stv.js';

/** One round of an instant runoff as a table row. */
export interface IrvRoundExplanation {
  readonly round: number;
  readonly tally: readonly { readonly candidate: string; readonly ballots: number; readonly gained: number }[];
  readonly exhausted: number;
  readonly newlyExhausted: number;
  readonly eliminated: string | null;
  readonly tied: readonly string[];
  /** True from the round that decided on; later rounds are for display. */
  readonly decided: boolean;
}

export interface IrvExplanation {
  readonly winner: string | null;
  /** What settled ties up to the round that decided. */
  readonly settledBy: SettledBy;
  readonly rounds: readonly IrvRoundExplanation[];
}

/** Rounds, transfers and exhausted ballots of an instant runoff. */
export function explainIrv(count: RankedCount): IrvExplanation {
  const name = (at: number): string => count.instance.candidates[at] ?? '';
  const result = count.irv();
  const rounds = result.rounds.map((round, index): IrvRoundExplanation => {
    const before = new Map(result.rounds[index - 1]?.tally);
    return {
      round: index + 1,
      tally: round.tally.map(([at, ballots]) => ({
        candidate: name(at),
        ballots,
        gained: index === 0 ? 0 : ballots - (before.get(at) ?? 0),
      })),
      exhausted: round.exhausted,
      newlyExhausted: round.exhausted - (result.rounds[index - 1]?.exhausted ?? 0),
      eliminated: round.eliminated === null ? null : name(round.eliminated),
      tied: round.tied.map(name),
      decided: index + 1 >= result.decidedInRound,
    };
  });
  return { winner: result.winner === null ? null : name(result.winner), settledBy: result.settledBy, rounds };
}

/** A winner against one other candidate: the duel itself and, when it is not won, the chain of duels that outweighs it. */
export interface DuelExplanation {
  readonly against: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly outcome: 'WON' | 'TIED' | 'LOST';
  readonly chain: readonly string[];
  /** Strength of the weakest link of the chain, and of the best chain the other way. */
  readonly chainStrength: number;
  readonly reverseStrength: number;
}

export interface SchulzeExplanation {
  readonly winner: string;
  readonly beatsEveryOther: boolean;
  readonly duels: readonly DuelExplanation[];
}

/** For each Schulze winner the table of duels. */
export function explainSchulze(count: RankedCount, strength: Strength = 'winning-votes'): SchulzeExplanation[] {
  const name = (at: number): string => count.instance.candidates[at] ?? '';
  const matrix = count.pairwise();
  const result = count.schulze(strength);
  return result.winners.map((winner) => {
    const duels = [...count.instance.candidates.keys()]
      .filter((other) => other !== winner)
      .map((other): DuelExplanation => {
        const [votesFor, votesAgainst] = [duel(matrix, winner, other), duel(matrix, other, winner)];
        const outcome = votesFor > votesAgainst ? 'WON' : votesFor === votesAgainst ? 'TIED' : 'LOST';
        return {
          against: name(other),
          votesFor,
          votesAgainst,
          outcome,
          chain: outcome === 'WON' ? [] : result.chain(winner, other).map(name),
          chainStrength: duel(result.paths, winner, other),
          reverseStrength: duel(result.paths, other, winner),
        };
      });
    return { winner: name(winner), beatsEveryOther: duels.every((each) => each.outcome === 'WON'), duels };
  });
}

/** Stages of a single transferable vote; votes as decimal texts with five places. */
export interface StvExplanation {
  readonly quota: number;
  readonly valid: number;
  readonly elected: readonly string[];
  readonly excluded: readonly string[];
  readonly settledBy: SettledBy;
  readonly stages: readonly {
    readonly action: 'first' | 'surplus' | 'exclude';
    readonly candidate: string | null;
    readonly votes: readonly { readonly candidate: string; readonly votes: string }[];
    readonly nonTransferable: string;
    readonly elected: readonly string[];
  }[];
}

/** The whole single transferable vote, stage by stage. */
export function explainStv(count: RankedCount): StvExplanation {
  const name = (at: number): string => count.instance.candidates[at] ?? '';
  const result = count.scottishStv();
  return {
    quota: result.quota,
    valid: result.valid,
    elected: result.elected.map(name),
    excluded: result.excluded.map(name),
    settledBy: result.settledBy,
    stages: result.stages.map((stage) => ({
      action: stage.action,
      candidate: stage.candidate === null ? null : name(stage.candidate),
      votes: stage.votes.map((votes, at) => ({ candidate: name(at), votes: formatMinor(votes, STV_DECIMALS, true) })),
      nonTransferable: formatMinor(stage.nonTransferable, STV_DECIMALS, true),
      elected: stage.elected.map(name),
    })),
  };
}
