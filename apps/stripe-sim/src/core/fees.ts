/** What a payment costs: a rate in hundredths of a per cent, and a fixed part in minor units by currency. */
export interface FeeRule {
  rate: number;
  fixed: Record<string, number>;
}

/** Where a payment method falls in the price list. */
export type FeeClass = 'domestic' | 'premium' | 'eea' | 'international' | 'bacs_debit' | 'sepa_debit';

export interface FeeTable {
  classes: Record<FeeClass, FeeRule>;
  /** Taken with each chargeback, by currency. */
  dispute: Record<string, number>;
  /** Tax on Stripe's fees, in hundredths of a per cent of them: a line of its own. None when absent. */
  taxRate?: number;
}

const fixed = { gbp: 20, eur: 25, usd: 30, jpy: 30 };

/** Stripe's list prices in the United Kingdom; replaceable through the control interface. */
export const UK_FEES: FeeTable = {
  classes: {
    domestic: { rate: 150, fixed },
    premium: { rate: 190, fixed },
    eea: { rate: 250, fixed },
    international: { rate: 325, fixed },
    bacs_debit: { rate: 100, fixed },
    sepa_debit: { rate: 80, fixed: { eur: 30 } },
  },
  dispute: { gbp: 2000, eur: 2000, usd: 2000 },
};

/** The fee in minor units: amount × rate, halves up, and the fixed part. */
export function feeFor(table: FeeTable, kind: FeeClass, amount: number, currency: string): number {
  const rule = table.classes[kind];
  return Math.floor((amount * rule.rate + 5_000) / 10_000) + (rule.fixed[currency] ?? 20);
}

/** The tax on a fee, halves up. */
export const taxOn = (table: FeeTable, fee: number): number => Math.floor((fee * (table.taxRate ?? 0) + 5_000) / 10_000);

export const disputeFee = (table: FeeTable, currency: string): number => table.dispute[currency] ?? 2000;
