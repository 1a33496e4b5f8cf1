import { find, on, type Routes } from '../call.js';
import { fundCashBalance } from '../cash-balance.js';
import { fresh } from '../description.js';
import { bankAccount } from '../expand.js';
import { expectCustomer } from '../intents-common.js';
import { page, type PageParams } from '../lists.js';
import { badParam } from '../refusal.js';
import type { Sim } from '../sim.js';

export interface TestClock {
  id: string;
  object: string;
  created: number;
  deletes_after: number;
  frozen_time: number;
  livemode: boolean;
  name: string | null;
  status: string;
  status_details: unknown;
}

function account(sim: Sim): unknown {
  return {
    ...fresh('account', { id: 'acct_1SimulatedAccount00' }),
    business_profile: null,
    business_type: 'non_profit',
    capabilities: { bacs_debit_payments: 'active', card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    country: sim.config.country,
    created: 1_700_000_000,
    default_currency: sim.config.currency,
    details_submitted: true,
    email: 'treasurer@example.org',
    external_accounts: {
      object: 'list',
      data: [bankAccount(sim)],
      has_more: false,
      url: '/v1/accounts/acct_1SimulatedAccount00/external_accounts',
    },
    metadata: {},
    payouts_enabled: true,
    type: 'standard',
  };
}

const testClocks = (sim: Sim) => sim.store.table<TestClock>('test_clock', true);

/** Test clocks are accepted, and there is one clock: advancing any of them moves it for everybody. */
export const accountRoutes: Routes = {
  'GET /v1/account': on(({ sim }) => account(sim)),
  'POST /v1/test_helpers/customers/{id}/fund_cash_balance': on<{ amount: number; currency: string; reference?: string }>(
    ({ sim, ids, params }) => {
      expectCustomer(sim, ids[0]!, 'id');
      return fundCashBalance(sim, ids[0]!, params);
    },
  ),
  'POST /v1/test_helpers/test_clocks': on<{ frozen_time: number; name?: string }>(({ sim, params }) => {
    void sim.moveTo(Math.max(params.frozen_time * 1000, sim.clock.now()));
    return testClocks(sim).save(
      fresh<TestClock>('test_helpers.test_clock', {
        id: sim.ids.next('clock_'),
        created: sim.clock.seconds(),
        deletes_after: params.frozen_time + 30 * 86_400,
        frozen_time: params.frozen_time,
        name: params.name ?? null,
        status: 'ready',
      }),
    );
  }),
  'GET /v1/test_helpers/test_clocks': on<PageParams>(({ sim, params, path }) => page(testClocks(sim).rows, params, path)),
  'GET /v1/test_helpers/test_clocks/{id}': on(({ sim, ids }) => find(testClocks(sim), ids[0]!, 'test clock')),
  'POST /v1/test_helpers/test_clocks/{id}/advance': on<{ frozen_time: number }>(({ sim, ids, params }) => {
    const row = find(testClocks(sim), ids[0]!, 'test clock');
    if (params.frozen_time * 1000 < sim.clock.now())
      throw badParam('The frozen time must be in the future of the present time of the clock.', 'frozen_time');
    row.frozen_time = params.frozen_time;
    void sim.moveTo(params.frozen_time * 1000);
    return testClocks(sim).save(row);
  }),
  'DELETE /v1/test_helpers/test_clocks/{id}': on(({ sim, ids }) => {
    const row = find(testClocks(sim), ids[0]!, 'test clock');
    testClocks(sim).remove(row.id);
    return { id: row.id, object: 'test_helpers.test_clock', deleted: true };
  }),
};
