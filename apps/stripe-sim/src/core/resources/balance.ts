import { find, on, type Routes } from '../call.js';
import { BANK_ACCOUNT } from '../expand.js';
import { mergeMetadata } from '../intents-common.js';
import { page, type PageParams } from '../lists.js';
import type { Metadata } from '../objects.js';
import { invalid, noSuch } from '../refusal.js';
import type { Sim } from '../sim.js';
import { DEFAULTS } from '../sim-config.js';

interface SettingsInput {
  payments?: {
    debit_negative_balances?: boolean;
    payouts?: {
      minimum_balance_by_currency?: Record<string, number | ''> | '';
      schedule?: { interval?: string; weekly_payout_days?: string[]; monthly_payout_days?: number[] };
      statement_descriptor?: string;
    };
    settlement_timing?: { delay_days_override?: number | '' };
  };
}

function settings(sim: Sim): unknown {
  const { interval, debitNegative, minimum, weekly, monthly, descriptor } = sim.payouts.settings();
  return {
    object: 'balance_settings',
    payments: {
      debit_negative_balances: debitNegative,
      payouts: {
        automatic_transfer_rules_by_currency: null,
        minimum_balance_by_currency: Object.keys(minimum).length ? minimum : null,
        schedule: {
          interval,
          ...(interval === 'weekly' ? { weekly_payout_days: weekly } : {}),
          ...(interval === 'monthly' ? { monthly_payout_days: monthly } : {}),
        },
        statement_descriptor: descriptor,
        status: 'enabled',
      },
      settlement_timing: { delay_days: sim.config.settlementDays, start_of_day: null },
    },
  };
}

function change(sim: Sim, given: SettingsInput): void {
  const now = sim.payouts.settings();
  const payouts = given.payments?.payouts;
  const minimum = payouts?.minimum_balance_by_currency;
  const kept = minimum === '' ? {} : { ...now.minimum, ...minimum };
  const value = {
    interval: payouts?.schedule?.interval ?? now.interval,
    debitNegative: given.payments?.debit_negative_balances ?? now.debitNegative,
    minimum: Object.fromEntries(Object.entries(kept).filter(([, v]) => v !== '')),
    weekly: payouts?.schedule?.weekly_payout_days ?? now.weekly,
    monthly: payouts?.schedule?.monthly_payout_days ?? now.monthly,
    descriptor: payouts?.statement_descriptor ?? now.descriptor,
  };
  if (value.monthly.some((day) => day < 1 || day > 31))
    throw invalid('Days of the month go from 1 to 31.', { param: 'payments[payouts][schedule][monthly_payout_days]' });
  for (const [currency, least] of Object.entries(value.minimum)) {
    const param = `payments[payouts][minimum_balance_by_currency][${currency}]`;
    if (Number(least) < 0) throw invalid('This value must be greater than or equal to 0.', { param, code: 'parameter_invalid_integer' });
  }
  const delay = given.payments?.settlement_timing?.delay_days_override;
  if (delay && (delay < 1 || delay > 31))
    throw invalid('The delay goes from 1 to 31 days.', { param: 'payments[settlement_timing][delay_days_override]' });
  if (delay !== undefined) sim.configure({ settlementDays: delay || DEFAULTS.settlementDays });
  sim.notes.save({ id: 'payout_settings', value });
}

type LineFilters = PageParams & { payout?: string; source?: string; type?: string; currency?: string };

export const balanceRoutes: Routes = {
  'GET /v1/balance': on(({ sim }) => sim.money.balance()),
  'GET /v1/balance_settings': on(({ sim }) => settings(sim)),
  'POST /v1/balance_settings': on<SettingsInput>(({ sim, params }) => {
    change(sim, params);
    return settings(sim);
  }),
  'GET /v1/balance_transactions': on<LineFilters>(({ sim, params, path }) => {
    const lines = params.payout ? linesOf(sim, params.payout) : undefined;
    return page(
      sim.balanceTransactions.rows,
      params,
      path,
      (t) =>
        (!lines || lines.has(t.id)) &&
        (!params.source || t.source === params.source) &&
        (!params.type || t.type === params.type) &&
        (!params.currency || t.currency === params.currency),
    );
  }),
  'GET /v1/balance_transactions/{id}': on(({ sim, ids }) => find(sim.balanceTransactions, ids[0]!, 'balance_transaction')),
};

function linesOf(sim: Sim, id: string): Set<string> {
  const payout = sim.payoutRows.get(id);
  if (!payout) throw noSuch('payout', id, 'payout');
  if (!payout.automatic)
    throw invalid('Balance transaction history can only be filtered on automatic payouts, not manual ones.', { param: 'payout' });
  if (payout.reconciliation_status !== 'completed') {
    throw invalid('The reconciliation of this payout is not ready yet; wait for payout.reconciliation_completed.', {
      param: 'payout',
      code: 'payout_reconciliation_not_ready',
    });
  }
  return new Set(sim.payoutLines.get(id)!.lines);
}

type PayoutFilters = PageParams & { status?: string; destination?: string; arrival_date?: PageParams['created'] };

export const payoutRoutes: Routes = {
  'POST /v1/payouts': on<{
    amount: number;
    currency: string;
    method?: string;
    description?: string;
    metadata?: Metadata | '';
    statement_descriptor?: string;
    destination?: string;
    source_type?: string;
  }>(({ sim, params }) => {
    if (params.destination && params.destination !== BANK_ACCOUNT) throw noSuch('external account', params.destination, 'destination');
    if (params.source_type && params.source_type !== 'card') {
      const message = `You have insufficient funds of source type ${params.source_type} in your Stripe account for this transfer.`;
      throw invalid(message, { code: 'balance_insufficient', param: 'source_type' });
    }
    return sim.payouts.manual(params.amount, params.currency, params.method ?? 'standard', {
      description: params.description ?? null,
      metadata: mergeMetadata({}, params.metadata),
      ...(params.statement_descriptor ? { statement_descriptor: params.statement_descriptor } : {}),
    });
  }),
  'GET /v1/payouts': on<PayoutFilters>(({ sim, params, path }) => {
    const arrival = params.arrival_date;
    const arrives = (at: number) =>
      arrival === undefined ||
      (typeof arrival === 'number'
        ? at === arrival
        : at > (arrival.gt ?? -1) && at >= (arrival.gte ?? 0) && at < (arrival.lt ?? Infinity) && at <= (arrival.lte ?? Infinity));
    return page(
      sim.payoutRows.rows,
      params,
      path,
      (p) =>
        (!params.status || p.status === params.status) &&
        (!params.destination || p.destination === params.destination) &&
        arrives(p.arrival_date),
    );
  }),
  'GET /v1/payouts/{id}': on(({ sim, ids }) => find(sim.payoutRows, ids[0]!, 'payout')),
  'POST /v1/payouts/{id}': on<{ metadata?: Metadata | '' }>(({ sim, ids, params }) => {
    const row = find(sim.payoutRows, ids[0]!, 'payout');
    const before = { metadata: row.metadata };
    row.metadata = mergeMetadata(row.metadata, params.metadata);
    sim.payoutRows.save(row);
    sim.events.emit('payout.updated', row, before);
    return row;
  }),
  'POST /v1/payouts/{id}/cancel': on(({ sim, ids }) => sim.payouts.cancel(find(sim.payoutRows, ids[0]!, 'payout'))),
  'POST /v1/payouts/{id}/reverse': on<{ metadata?: Metadata | '' }>(({ sim, ids, params }) =>
    sim.payouts.reverse(find(sim.payoutRows, ids[0]!, 'payout'), mergeMetadata({}, params.metadata)),
  ),
};
