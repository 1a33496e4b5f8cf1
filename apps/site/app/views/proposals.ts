import type { MoneyView } from '../models/format';
import type { PageView } from './page';

export interface ProposalView {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly cost: MoneyView | null;
  readonly publishedAt: string | null;
  readonly supports: number;
  readonly comments: number;
  readonly supported: boolean;
}

export type ProposalsPageView = PageView<ProposalView>;

export interface CostLineView {
  readonly label: string;
  readonly kind: string;
  readonly quantity: number;
  readonly unitPrice: MoneyView;
  readonly amount: MoneyView;
  readonly min: MoneyView;
  readonly evidenceUrl: string | null;
}

export interface CostSheetView {
  readonly lines: readonly CostLineView[];
  readonly total: MoneyView;
  readonly min: MoneyView;
  readonly frozenAt: string | null;
}

export interface ProposalDetailView extends ProposalView {
  readonly event: string;
  readonly body: string;
  readonly author: string | null;
  readonly sparkId: string | null;
  readonly version: number;
  readonly supportedVersion: number | null;
  readonly costs: CostSheetView | null;
  readonly endedBecause: string | null;
  readonly endedNote: string | null;
  readonly mine: boolean;
}

export interface ProposalStateView {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}
