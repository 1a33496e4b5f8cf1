import type { MoneyView } from '../models/format';
import type { PageView } from './page';

export interface MyPledgeView {
  readonly pledgeId: string;
  readonly state: string;
  readonly amount: MoneyView;
  readonly eventSlug: string;
  readonly campaignTitle: string;
  readonly madeAt: string;
}

export type MyPledgesView = PageView<MyPledgeView>;
