import type { Amount } from '../common/format.js';

export interface BudgetLine {
  id: string;
  name: string;
  account: string;
  planned: Amount;
  committed: Amount;
  spent: Amount;
  inKind: Amount;
  left: Amount;
}
