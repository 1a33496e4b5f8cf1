import { InContract } from '#platform';

/** What one rule makes of the ballots. */
export class ComparedRuleView {
  /** Name of the rule; for rankings also borda, which is shown and never decides. */
  rule!: string;
  /** The rule that was declared. */
  official!: boolean;
  /** Option ids in order of election. */
  winners!: string[];
  /** Decimals in currency units; null where there is no pot. */
  spent!: string | null;
  left!: string | null;
  /** Ballots with at least one of their choices among the winners. */
  ballotsWithFundedChoice!: number;
  /** Their part of all ballots: 0 to 1. */
  @InContract((api) => api.ApiProperty({ format: 'double' }))
  shareWithFundedChoice!: number;
  /** A tie stood between a winner and another option, whatever settled it. */
  tieMattered!: boolean;
  /** Others would win if the lot was read backwards. */
  sensitiveToTies!: boolean;
}

/** The same ballots under every rule that applies to them. */
export class ComparisonView {
  ballots!: number;
  rules!: ComparedRuleView[];
}

/** What each rule would make of trial ballots. */
export class RehearsalView extends ComparisonView {
  /** With the same seed the same trial ballots are made again. */
  seed!: number;
}
