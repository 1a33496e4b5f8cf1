import { MAXIMUM } from './amounts.js';
import { fresh } from './description.js';
import { invalid } from './refusal.js';
import type { Sim } from './sim.js';

export interface CashSettings {
  settings?: { reconciliation_mode?: string };
}

/** Money a customer sent by bank transfer and that is not spent yet, by currency. */
interface Kept {
  available: Record<string, number>;
  mode: string;
}

export interface CashTransaction {
  id: string;
  object: string;
  created: number;
  currency: string;
  customer: string;
  ending_balance: number;
  net_amount: number;
  type: string;
  funded?: unknown;
}

const kept = (sim: Sim, customer: string): Kept =>
  (sim.notes.get(`cash:${customer}`)?.value as Kept | undefined) ?? { available: {}, mode: 'automatic' };

const lines = (sim: Sim) => sim.store.table<CashTransaction>('cash_transaction');

export const cashTransactions = (sim: Sim, customer: string): CashTransaction[] => lines(sim).rows.filter((t) => t.customer === customer);

export function cashBalance(sim: Sim, customer: string): { object: string } {
  const { available, mode } = kept(sim, customer);
  return {
    object: 'cash_balance',
    available: Object.keys(available).length ? available : null,
    customer,
    customer_account: null,
    livemode: false,
    settings: { reconciliation_mode: mode === 'merchant_default' ? 'automatic' : mode, using_merchant_default: mode !== 'manual' },
  } as { object: string };
}

export function setCashBalance(sim: Sim, customer: string, given: CashSettings): unknown {
  const mode = given.settings?.reconciliation_mode;
  if (mode) sim.notes.save({ id: `cash:${customer}`, value: { ...kept(sim, customer), mode } });
  return cashBalance(sim, customer);
}

/** A bank transfer from the customer has come in. */
export function fundCashBalance(
  sim: Sim,
  customer: string,
  given: { amount: number; currency: string; reference?: string },
): CashTransaction {
  if (!(given.amount >= 1 && given.amount <= MAXIMUM))
    throw invalid('The amount goes from 1 to 99999999.', { param: 'amount', code: 'parameter_invalid_integer' });
  const now = kept(sim, customer);
  const ending = (now.available[given.currency] ?? 0) + given.amount;
  sim.notes.save({ id: `cash:${customer}`, value: { ...now, available: { ...now.available, [given.currency]: ending } } });
  const row = fresh<CashTransaction>('customer_cash_balance_transaction', {
    id: sim.ids.next('ccsbtxn_'),
    created: sim.clock.seconds(),
    currency: given.currency,
    customer,
    ending_balance: ending,
    funded: {
      bank_transfer: {
        gb_bank_transfer: { account_number_last4: '2345', sender_name: 'SIMULATED SENDER', sort_code: '108800' },
        reference: given.reference ?? null,
        type: 'gb_bank_transfer',
      },
    },
    net_amount: given.amount,
    type: 'funded',
  });
  lines(sim).save(row);
  sim.events.emit('customer_cash_balance_transaction.created', row);
  sim.events.emit('cash_balance.funds_available', cashBalance(sim, customer));
  return row;
}

export function fundingInstructions(sim: Sim, _customer: string, given: { currency: string; bank_transfer: { type: string } }): unknown {
  return {
    object: 'funding_instructions',
    bank_transfer: {
      country: sim.config.country,
      financial_addresses: [
        {
          sort_code: {
            account_holder_address: {
              city: 'London',
              country: 'GB',
              line1: '1 Simulated Street',
              line2: null,
              postal_code: 'EC1A 1AA',
              state: null,
            },
            account_holder_name: 'SIMULATED ASSOCIATION',
            account_number: '00012345',
            bank_address: { city: 'London', country: 'GB', line1: '2 Simulated Street', line2: null, postal_code: 'EC1A 1AA', state: null },
            sort_code: '108800',
          },
          supported_networks: ['bacs', 'fps'],
          type: 'sort_code',
        },
      ],
      type: given.bank_transfer.type === 'jp_bank_transfer' ? 'jp_bank_transfer' : 'eu_bank_transfer',
    },
    currency: given.currency,
    funding_type: 'bank_transfer',
    livemode: false,
  };
}
