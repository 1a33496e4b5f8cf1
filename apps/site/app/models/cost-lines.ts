import { type MoneyView, readAmount } from './format';

/** Rows that the form shows; empty ones are left out. */
export const COST_ROWS = 6;

export interface CostLineDraft {
  readonly label: string;
  readonly kind: 'expense' | 'income';
  readonly quantity: number;
  readonly unitPrice: MoneyView;
}

export interface ReadCostLines {
  readonly lines: readonly CostLineDraft[];
  /** Field names at fault, each with the key of the sentence that says why. */
  readonly faults: Readonly<Record<string, 'costs.needLabel' | 'costs.needPrice' | 'costs.needQuantity'>>;
}

/** Reads the rows of a cost sheet form (`label1`, `quantity1`, `price1`, `kind1` …) in the event's currency. */
export function readCostLines(form: Readonly<Record<string, string>>, currency: string): ReadCostLines {
  const lines: CostLineDraft[] = [];
  const faults: Record<string, 'costs.needLabel' | 'costs.needPrice' | 'costs.needQuantity'> = {};
  for (let row = 1; row <= COST_ROWS; row += 1) {
    const label = form[`label${row}`] ?? '';
    const price = form[`price${row}`] ?? '';
    if (!label && !price) continue;
    const unitPrice = readAmount(price, currency);
    const quantity = Number((form[`quantity${row}`] ?? '') || '1');
    if (!label) faults[`label${row}`] = 'costs.needLabel';
    if (!unitPrice) faults[`price${row}`] = 'costs.needPrice';
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > 1_000_000) faults[`quantity${row}`] = 'costs.needQuantity';
    if (label && unitPrice) lines.push({ label, kind: form[`kind${row}`] === 'income' ? 'income' : 'expense', quantity, unitPrice });
  }
  return { lines, faults };
}
