import type { Amount } from '../common/format.js';

export interface Expense {
  id: string;
  text: string;
  amount: Amount;
  spentOn: string;
  budgetLine: string;
  state: string;
  /** Account of who laid it out. */
  submittedBy: string;
  because: string;
}
