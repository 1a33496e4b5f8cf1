import type { MoneyView } from '../models/format';
import type { PageView } from './page';

export interface TransferView {
  readonly reference: string;
  readonly amount: MoneyView;
  readonly bankDetails: string;
}

export interface PledgeMadeView {
  readonly pledgeId: string;
  /** Opens this pledge without an account; null for members. */
  readonly link: string | null;
  readonly total: MoneyView;
  readonly feeCovered: MoneyView;
  readonly next: { readonly url: string | null; readonly transfer: TransferView | null };
}

export interface PledgeView {
  readonly id: string;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly eventSlug: string | null;
  readonly tierId: string | null;
  readonly amount: MoneyView;
  readonly feeCovered: MoneyView;
  /** What the card has still to agree to on the payment page. */
  readonly confirming: MoneyView | null;
  readonly method: string;
  readonly display: string;
  readonly state: string;
  readonly reference: string;
  readonly organisation: string | null;
  readonly madeAt: string;
  readonly deadlineAt: string;
  readonly refunded: MoneyView;
  readonly nextTryAt: string | null;
  readonly lapsesAt: string | null;
  readonly canChange: boolean;
  readonly canRecover: boolean;
  readonly card: string | null;
  readonly transfer: TransferView | null;
  /** Ids of the proposals that matter to the backer. */
  readonly wishes: readonly string[];
}

export type PledgePageView = PageView<PledgeView>;

export interface ChangedPledgeView {
  readonly pledge: PledgeView;
  readonly url: string | null;
}

export interface RecoveryView {
  readonly url: string | null;
  readonly collected: boolean;
}
