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
  /** BOUGHT, FREE, ADDED_AT_END, FITTED, NO_VOTES, DEARER_THAN_POT, DID_NOT_FIT or SUPPORTERS_SHORT. */
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
  /** greedy_votes, mes_cost_none, mes_cost_add1 or mes_cost_add1u. */
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
  projects!: ProjectResultView[];
}

export class SetAsideView {
  /** suspended or erased. */
  reason!: string;
  count!: number;
}

/** Eligible = voted + not voted; voted = counted + set aside. */
export class TurnoutView {
  eligible!: number;
  voted!: number;
  notVoted!: number;
  counted!: number;
  setAside!: SetAsideView[];
}

export class QuorumView {
  needed!: number;
  met!: boolean;
}

/** The result of a vote, by its official rule and by the others beside it. */
export class ResultView {
  ballotId!: string;
  title!: string;
  rule!: string;
  tieRule!: string;
  lotSeed!: string;
  rulesHash!: string;
  /** SHA-256 of the stored result, hexadecimal. */
  resultHash!: string;
  countedAt!: string;
  balance!: TurnoutView;
  quorum!: QuorumView;
  outcomes!: RuleResultView[];
}

/** What a stranger needs, beside the ballot file, to count again and to check receipts. */
export class RecountKitView {
  /** Canonical JSON of what was frozen at the opening, and its SHA-256. */
  rulesText!: string;
  rulesHash!: string;
  /** Canonical JSON of the result, and its SHA-256. */
  resultText!: string;
  resultHash!: string;
  /** SHA-256 of publication.pb. */
  pbHash!: string;
  /** Commitments of the counted ballots, sorted. */
  commitments!: string[];
  /** Accepted casts in the chain, replaced ones too. */
  casts!: number;
  /** Head of the chain at the close, hexadecimal. */
  chainHead!: string | null;
}
