import { MoneyView } from '#platform';

/** A tie, and what settled it. */
export class TieView {
  /** Proposals it was tied with. */
  with!: string[];
  /** COST, VOTES or LOT. */
  settledBy!: string;
}

/** Whose purchases used up the money of a project's supporters. */
export class DrainView {
  proposalId!: string;
  /** Decimal, in currency units. */
  amount!: string;
}

/**
 * Why a project is in or out. The code names the sentence, the figures fill it; those that do not belong to the code are absent.
 * Amounts are decimals in currency units.
 */
export class ReasonView {
  /** BOUGHT, FREE, ADDED_AT_END, FITTED, EARNED, NO_VOTES, DEARER_THAN_POT, DID_NOT_FIT, SUPPORTERS_SHORT or COUNT_ENDED. */
  code!: string;
  /** BOUGHT: which purchase it was, from 1. */
  step?: number;
  /** BOUGHT: what each supporter paid at most. */
  share?: string;
  payFullShare?: number;
  payLastMoney?: number;
  hadNothingLeft?: number;
  effectiveVotes?: string;
  /** ADDED_AT_END, FITTED, DID_NOT_FIT: what was left when its turn came. */
  leftBefore?: string;
  shortBy?: string;
  /** SUPPORTERS_SHORT: what its supporters still had together. */
  supportersHave?: string;
  unaffordableAfterStep?: number;
  drainedBy?: DrainView[];
  /** SUPPORTERS_SHORT: the largest part of the cost its supporters could have covered, 1 = elected. */
  effectiveSupport?: string;
  leftAtEnd?: string | null;
  /** EARNED: what every ballot had earned when its supporters held the cost. */
  earned?: string;
  /** COUNT_ENDED: the projects due next that no longer fitted. */
  stoppedBy?: string[];
  tie?: TieView | null;
}

export class ProjectResultView {
  proposalId!: string;
  title!: string;
  cost!: MoneyView;
  votes!: number;
  funded!: boolean;
  /** Place in the order of election, from 1. */
  position!: number | null;
  reason!: ReasonView;
}

/** What one rule makes of the ballots. */
export class RuleResultView {
  rule!: string;
  /** This rule was declared before the opening; the others show what they would have done. */
  official!: boolean;
  /** Proposals in order of election. */
  winners!: string[];
  /** Decimals in currency units. */
  pot!: string;
  spent!: string;
  left!: string;
  ballots!: number;
  emptyBallots!: number;
  ballotsWithNoFundedChoice!: number;
  /** Virtual share of every ballot; equal shares only. */
  endowment!: string | null;
  runs!: number | null;
  everythingFits!: boolean;
  tieMattered!: boolean;
  lotMattered!: boolean;
  /** Empty where the reasons of this rule were not asked for. */
  projects!: ProjectResultView[];
}

export class SetAsideView {
  /** suspended, erased or voided. */
  reason!: string;
  count!: number;
}

/** What became of printed codes: issued = online + paper + void + unused. */
export class CodesView {
  issued!: number;
  online!: number;
  paper!: number;
  void!: number;
  unused!: number;
}

/** Eligible = voted + not voted; voted = counted + set aside. */
export class TurnoutView {
  eligible!: number;
  voted!: number;
  notVoted!: number;
  counted!: number;
  /** Counted ballots on which nothing is chosen. */
  empty!: number;
  setAside!: SetAsideView[];
  /** Null: no codes were printed. */
  codes!: CodesView | null;
}

export class QuorumView {
  needed!: number;
  met!: boolean;
}

export class OptionTotalView {
  optionId!: string;
  title!: string;
  /** Votes, or points where ballots give points. */
  total!: number;
  supporters!: number;
  chosen!: boolean;
}

export class DateResultView {
  optionId!: string;
  title!: string;
  startsAt!: string | null;
  yes!: number;
  maybe!: number;
  no!: number;
  chosen!: boolean;
}

export class ConsentCountsView {
  agree!: number;
  abstain!: number;
  disagree!: number;
  block!: number;
}

export class ConsentResultView {
  counts!: ConsentCountsView;
  /** NO_ANSWERS, BLOCKED, CONSENT, AGREED or REJECTED. */
  outcome!: string;
  /** Without their authors. */
  reasons!: string[];
}

export class IrvTallyView {
  optionId!: string;
  ballots!: number;
  /** Ballots it got from the option that was eliminated before. */
  gained!: number;
}

export class IrvRoundView {
  round!: number;
  tally!: IrvTallyView[];
  /** Ballots that rank none of those left. */
  exhausted!: number;
  newlyExhausted!: number;
  eliminated!: string | null;
  tied!: string[];
  /** True from the round that decided on. */
  decided!: boolean;
}

export class IrvView {
  winner!: string | null;
  /** What settled ties on the way: RULE (earlier rounds) or LOT; null without a tie. */
  settledBy!: string | null;
  rounds!: IrvRoundView[];
}

/** A winner against one other option; `chain` is the chain of duels that outweighs a duel that is not won. */
export class DuelView {
  against!: string;
  votesFor!: number;
  votesAgainst!: number;
  /** WON, TIED or LOST. */
  outcome!: string;
  chain!: string[];
  /** The weakest link of the chain, and of the best chain the other way. */
  chainStrength!: number;
  reverseStrength!: number;
}

export class SchulzeView {
  winner!: string;
  beatsEveryOther!: boolean;
  duels!: DuelView[];
}

export class StvVotesView {
  optionId!: string;
  /** Decimal, five places. */
  votes!: string;
}

export class StvStageView {
  /** first, surplus or exclude. */
  action!: string;
  optionId!: string | null;
  votes!: StvVotesView[];
  nonTransferable!: string;
  elected!: string[];
}

export class StvView {
  quota!: number;
  valid!: number;
  elected!: string[];
  excluded!: string[];
  /** What settled ties on the way: RULE (earlier stages) or LOT; null without a tie. */
  settledBy!: string | null;
  stages!: StvStageView[];
}

/** A duel that ranked pairs left out, because with the clearer ones before it it would have closed a ring. */
export class LeftOutDuelView {
  winner!: string;
  loser!: string;
  votes!: number;
  against!: number;
}

export class RankedPairsView {
  winners!: string[];
  order!: string[];
  leftOut!: LeftOutDuelView[];
  lotUsed!: boolean;
}

/** Row a, column b: how many ballots prefer option a to option b. */
export class DuelTableView {
  options!: string[];
  votes!: number[][];
}

export class OtherRuleView {
  rule!: string;
  winners!: string[];
}

export class RankedResultView {
  irv!: IrvView | null;
  schulze!: SchulzeView[] | null;
  stv!: StvView | null;
  rankedPairs!: RankedPairsView | null;
  duels!: DuelTableView;
  others!: OtherRuleView[];
}

/** Whether the result hangs on ballots that looked odd. */
export class SensitivityView {
  flagged!: number;
  /** The result would be another one without them. */
  changed!: boolean;
}

/** The result of a vote, by its official rule and by the others beside it. The part of its kind is there, the others are null or empty. */
export class ResultView {
  ballotId!: string;
  title!: string;
  /** budget, ranked, totals, consent or dates. */
  kind!: string;
  method!: string;
  rule!: string;
  tieRule!: string;
  lotSeed!: string;
  rulesHash!: string;
  /** SHA-256 of the stored result, hexadecimal. */
  resultHash!: string;
  countedAt!: string;
  balance!: TurnoutView;
  quorum!: QuorumView;
  /** Options the official rule chose, in its order. */
  winners!: string[];
  /** Some stood equal on the way, whatever settled it. */
  tieMattered!: boolean;
  /** A tie had to be settled by the lot. */
  lotMattered!: boolean;
  sensitivity!: SensitivityView | null;
  outcomes!: RuleResultView[];
  ranked!: RankedResultView | null;
  totals!: OptionTotalView[] | null;
  consent!: ConsentResultView | null;
  dates!: DateResultView[] | null;
}
