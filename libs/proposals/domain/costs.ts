import { type Money, add, compare, money, subtract, times, zero } from '#kernel';

/** One line of a cost sheet, in the event's currency. */
export interface CostLine {
  label: string;
  kind: 'expense' | 'income';
  /** Whole units. */
  quantity: number;
  unitPrice: Money;
  /** The least it can be done for; null: the full amount. */
  min: Money | null;
  evidenceUrl: string | null;
}

/** What is wrong with a sheet, and where (RFC 6901 pointer). */
export interface CostFault {
  pointer: string;
  message: string;
}

export const amountOf = (line: CostLine): Money => times(line.unitPrice, BigInt(line.quantity));

export const minOf = (line: CostLine): Money => line.min ?? amountOf(line);

/** Expenses less income, at the full amounts and at the minima; income counts in full in both. */
export function totalsOf(lines: readonly CostLine[], currency: string): { total: Money; min: Money } {
  let total = zero(currency);
  let min = zero(currency);
  for (const line of lines) {
    if (line.kind === 'income') {
      total = subtract(total, amountOf(line));
      min = subtract(min, amountOf(line));
    } else {
      total = add(total, amountOf(line));
      min = add(min, minOf(line));
    }
  }
  return { total, min: min.minor < 0n ? zero(currency) : min };
}

const MOST = 1_000_000_000_000n;

/** Everything that makes a sheet unacceptable (PRP-6): another currency, a minimum above its amount, a total below nothing or too large. */
export function faultsOfSheet(lines: readonly CostLine[], currency: string): CostFault[] {
  const foreign = lines.flatMap((line, at) =>
    [line.unitPrice, ...(line.min ? [line.min] : [])].some((m) => m.currency !== currency) ? [at] : [],
  );
  if (foreign.length)
    return foreign.map((at) => ({ pointer: `/lines/${at}/unitPrice/currency`, message: `must be ${currency}, the event’s currency` }));
  const faults = lines.flatMap((line, at): CostFault[] => {
    if (compare(amountOf(line), money(MOST, currency)) > 0)
      return [{ pointer: `/lines/${at}/quantity`, message: 'times the unit price is too large' }];
    return line.min && compare(line.min, amountOf(line)) > 0
      ? [{ pointer: `/lines/${at}/min`, message: 'must not be above quantity times unit price' }]
      : [];
  });
  if (faults.length) return faults;
  const { total } = totalsOf(lines, currency);
  if (total.minor < 0n) return [{ pointer: '/lines', message: 'must not add up to less than nothing' }];
  return total.minor > MOST ? [{ pointer: '/lines', message: 'add up to too much' }] : [];
}
