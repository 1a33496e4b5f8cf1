import { MoneyView } from '#platform';

export class BallotOptionView {
  /** What a ballot names it by; the proposal's id where it is one. */
  optionId!: string;
  proposalId!: string | null;
  /** Number on the ballot; from the opening on, the place in the lot. */
  position!: number;
  title!: string;
  cost!: MoneyView | null;
  /** In a date poll. */
  startsAt!: string | null;
  /** Taken off while the vote ran. */
  withdrawn!: boolean;
}

/** A vote in a list. */
export class BallotView {
  id!: string;
  title!: string;
  /** draft, open, closing, closed, published or void. */
  state!: string;
  /** approval, support, knapsack, points, ranked, consent or dates; choose-1, cumulative, scoring or ordinal for votes from files. */
  method!: string;
  /** Null: what can be chosen costs nothing. */
  pot!: MoneyView | null;
  /** When it is to open by itself; null: when an organiser opens it. */
  opensAt!: string | null;
  openedAt!: string | null;
  closesAt!: string;
  closedAt!: string | null;
}

export class BallotsPageView {
  items!: BallotView[];
  next!: string | null;
}

/** The vote that was declared. */
export class DeclaredBallotView {
  id!: string;
}

/** One vote, its rules and what can be chosen. */
export class BallotDetailView extends BallotView {
  question!: string;
  minChoices!: number;
  maxChoices!: number;
  /** What a knapsack ballot spends at least unless it is empty; null: nothing is asked. */
  minSpend!: MoneyView | null;
  /** How many are chosen, where there is no pot. */
  seats!: number;
  /** Points of a ballot, and the most for one option (null: all of them). */
  pointsBudget!: number | null;
  pointsCap!: number | null;
  equalRanks!: boolean;
  /** Supporters an option needs. */
  threshold!: number;
  rule!: string;
  /** Step of equal shares; null: settled at the opening. */
  increment!: MoneyView | null;
  /** cost_votes_lot or cost_votes_published. */
  tieRule!: string;
  /** admitted or refused. */
  lateJoiners!: string;
  /** everyone, backers, invited, code. */
  admits!: string[];
  anonymous!: boolean;
  /** Only totals are published. */
  talliesOnly!: boolean;
  quorum!: number;
  noticeHours!: number;
  /** Published at the opening. */
  lotSeed!: string | null;
  /** What was frozen at the opening, as canonical JSON. */
  rulesText!: string | null;
  /** SHA-256 of it, hexadecimal. */
  rulesHash!: string | null;
  /** People entitled at the opening. */
  electorateSize!: number | null;
  /** How many have voted: for organisers while it runs, for everybody once it is closed. */
  voters!: number | null;
  /** Of a draft that was to open by itself and could not: the code of what it was refused with. */
  notOpenedBecause!: string | null;
  voidedBecause!: string | null;
  options!: BallotOptionView[];
}

export class PointsView {
  optionId!: string;
  points!: number;
}

export class RankView {
  optionId!: string;
  /** From 1. */
  rank!: number;
}

export class DateAnswerView {
  optionId!: string;
  /** yes, maybe or no. */
  answer!: string;
}

/** A ballot as it was cast, in the one part that belongs to the vote's method; the others are null. */
export class FilledBallotView {
  /** approval, support, knapsack: the options chosen. */
  choices!: string[] | null;
  points!: PointsView[] | null;
  ranks!: RankView[] | null;
  /** consent: agree, abstain, disagree or block. */
  answer!: string | null;
  reason!: string | null;
  dates!: DateAnswerView[] | null;
}

/** Your ballot has been counted in. Keep the receipt: with it you can change your ballot and verify it. */
export class CastView {
  receipt!: string;
  /** How many different ballots you have cast here; the last one counts. */
  version!: number;
  countedAt!: string;
  ballot!: FilledBallotView;
}

/** The ballot that counts for you now. */
export class MyBallotView {
  /** Null: you have not voted, or the vote is closed and secret. */
  ballot!: FilledBallotView | null;
  receipt!: string | null;
  version!: number | null;
  /** You have voted. */
  voted!: boolean;
  /** You may vote. */
  eligible!: boolean;
}

/** What the chain of commitments knows of a receipt. */
export class VerifiedReceiptView {
  /** recorded (sealed in the chain), waiting (sealed within a second) or unknown. */
  state!: string;
  /** Place in the chain. */
  position!: number | null;
  /** Head of the chain at that place, hexadecimal. */
  chainHash!: string | null;
  /** SHA-256 of ballot and receipt, hexadecimal. */
  commitment!: string | null;
  /** After the close: the ballot of this receipt is among those counted. Null before. */
  counted!: boolean | null;
}
