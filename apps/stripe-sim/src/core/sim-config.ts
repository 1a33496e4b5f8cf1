import type { ClockSource } from './clock.js';
import { UK_FEES, type FeeTable } from './fees.js';

export interface SimOptions {
  /** Same seed, same calls: same ids. Random when absent. */
  seed?: string | undefined;
  clock?: ClockSource | undefined;
  /** Epoch milliseconds at which the clock starts. */
  startAt?: number | undefined;
  /** Keeps everything in this file, so that a restart goes on where it stopped. */
  state?: string | undefined;
  config?: Partial<SimConfig> | undefined;
}

/** What an account and its world are like; changeable while running through the control interface. */
export interface SimConfig {
  country: string;
  currency: string;
  statementPrefix: string;
  settlementDays: number;
  /** `undefined`: every currency settles in itself; otherwise the rest is converted to `currency` by `fx`. */
  settlementCurrencies: string[] | undefined;
  fx: Record<string, number>;
  fees: FeeTable;
  /** All in milliseconds of the clock. */
  captureDelay: number;
  disputeDelay: number;
  disputeDecision: number;
  refundDelay: number;
  searchLag: number;
  minimumPayout: number;
  /** Webhooks of a hosted page: sent `before` the payer is sent back, `with` it, or `after`. */
  redirect: 'before' | 'with' | 'after';
}

/** How an account in the United Kingdom behaves. */
export const DEFAULTS: SimConfig = {
  country: 'GB',
  currency: 'gbp',
  statementPrefix: 'SIMULATED',
  settlementDays: 3,
  settlementCurrencies: undefined,
  fx: { usd: 0.79, eur: 0.86, jpy: 0.0053 },
  fees: UK_FEES,
  captureDelay: 2_000,
  disputeDelay: 5_000,
  disputeDecision: 60_000,
  refundDelay: 5_000,
  searchLag: 60_000,
  minimumPayout: 1,
  redirect: 'with',
};
