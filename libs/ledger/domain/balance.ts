import type { AccountName } from './chart-of-accounts.js';

/** Total debits and credits of one account in one commodity. */
export interface Balance {
  account: AccountName;
  commodity: string;
  debit_minor: bigint;
  credit_minor: bigint;
}
