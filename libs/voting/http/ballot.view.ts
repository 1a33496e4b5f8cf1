import { MoneyView } from '#platform';

export class BallotOptionView {
  proposalId!: string;
  /** Number on the ballot; from the opening on, the place in the lot. */
  position!: number;
  title!: string;
  cost!: MoneyView;
  /** Taken off while the vote ran. */
  withdrawn!: boolean;
}

/** A vote in a list. */
export class BallotView {
  id!: string;
  title!: string;
  /** draft, open, closing, closed, published or void. */
  state!: string;
  pot!: MoneyView;
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
  /** approval, choose-1, cumulative, scoring or ordinal. */
  method!: string;
  minChoices!: number;
  maxChoices!: number;
  /** greedy_votes, mes_cost_none, mes_cost_add1 or mes_cost_add1u. */
  rule!: string;
  /** Step of equal shares; null: settled at the opening. */
  increment!: MoneyView | null;
  /** cost_votes_lot or cost_votes_published. */
  tieRule!: string;
  /** admitted or refused. */
  lateJoiners!: string;
  anonymous!: boolean;
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
  voidedBecause!: string | null;
  options!: BallotOptionView[];
}

/** Your ballot has been counted in. Keep the receipt: with it you can change your ballot and verify it. */
export class CastView {
  receipt!: string;
  /** How many different ballots you have cast here; the last one counts. */
  version!: number;
  countedAt!: string;
  choices!: string[];
}

/** The ballot that counts for you now. */
export class MyBallotView {
  /** Null: you have not voted, or the vote is closed and secret. */
  choices!: string[] | null;
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
