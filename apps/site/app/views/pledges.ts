import type { MoneyView } from '../models/format';
import type { PageView } from './page';

export interface TransferView {
  readonly reference: string;
  readonly accountHolder?: string;
  readonly iban?: string;
  readonly text?: string;
}

export interface MadePledgeView {
  readonly pledgeId: string;
  /** Opens the pledge without an account; guests only. */
  readonly link: string | null;
  readonly next: { readonly url?: string; readonly transfer?: TransferView } | null;
}

export interface PledgeView {
  readonly id: string;
  readonly state: string;
  readonly amount: MoneyView;
  readonly method: string;
  readonly display: string;
  readonly tier: string | null;
  readonly campaign: { readonly id: string; readonly title: string; readonly deadline: string; readonly eventSlug: string };
  readonly transfer: TransferView | null;
  readonly mayChange: boolean;
  readonly mayRecover: boolean;
  readonly history: readonly { readonly at: string; readonly state: string }[];
}

export interface MyPledgeView {
  readonly id: string;
  readonly state: string;
  readonly amount: MoneyView;
  readonly campaignTitle: string;
}

export type MyPledgesView = PageView<MyPledgeView>;
