import { MoneyView } from '#platform';

/** A proposal in a list. */
export class ProposalView {
  id!: string;
  title!: string;
  /** draft, published, under_review, costed, shortlisted, on_ballot, funded, not_funded, scheduled, delivered, dropped, withdrawn, merged, rejected or hidden. */
  state!: string;
  /** What it costs; null while nobody has put in a cost sheet. */
  cost!: MoneyView | null;
  publishedAt!: string | null;
  /** Distinct supporters. */
  supports!: number;
  comments!: number;
  /** You support it. */
  supported!: boolean;
}

export class ProposalsPageView {
  items!: ProposalView[];
  next!: string | null;
}

export class CostLineView {
  label!: string;
  /** expense or income. */
  kind!: string;
  quantity!: number;
  unitPrice!: MoneyView;
  /** Quantity times unit price. */
  amount!: MoneyView;
  min!: MoneyView;
  evidenceUrl!: string | null;
}

/** What a proposal costs, line by line. */
export class CostSheetView {
  lines!: CostLineView[];
  /** Expenses less income. */
  total!: MoneyView;
  /** The same at the least each line can be done for. */
  min!: MoneyView;
  /** Public and unchangeable since then; null: still an estimate. */
  frozenAt!: string | null;
}

/** One proposal with everything that belongs to its page. */
export class ProposalDetailView extends ProposalView {
  event!: string;
  body!: string;
  author!: string | null;
  sparkId!: string | null;
  version!: number;
  /** The version you support; null: you do not. */
  supportedVersion!: number | null;
  costs!: CostSheetView | null;
  /** Why it was withdrawn or rejected. */
  endedBecause!: string | null;
  endedNote!: string | null;
  /** You wrote it. */
  mine!: boolean;
}

/** A text as it was. */
export class ProposalVersionView {
  version!: number;
  title!: string;
  body!: string;
  editedBy!: string | null;
  at!: string;
}

export class ProposalVersionsView {
  items!: ProposalVersionView[];
}

/** The proposal that was written or moved. */
export class ProposalStateView {
  id!: string;
  state!: string;
  version!: number;
}

export class ProposalSupportView {
  supported!: boolean;
}

/** An event's bounds for its proposals, in characters. */
export class ProposalSettingsView {
  titleMin!: number;
  titleMax!: number;
  bodyMax!: number;
}
