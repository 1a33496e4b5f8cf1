import { MoneyView } from '#platform';

export class ExpenseView {
  id!: string;
  text!: string;
  amount!: MoneyView;
  spentOn!: string;
  budgetLineId!: string;
  budgetLine!: string;
  account!: string;
  state!: 'submitted' | 'approved' | 'paid' | 'rejected' | 'withdrawn';
  submittedBy!: string;
  submittedAt!: string;
  decidedBy!: string | null;
  decidedAt!: string | null;
  because!: string;
}

export class ExpensePageView {
  items!: ExpenseView[];
  next!: string | null;
}
