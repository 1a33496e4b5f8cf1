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

/** Two years, as Stripe allows it to a clock with yearly subscriptions. */
const MOST_AHEAD = 2 * 366 * 86_400;

/** Turns the one clock on; the test clock is `advancing` until all that falls due on the way has happened. */
function turn(sim: Sim, row: TestClock, to: number): TestClock {
  if (to > sim.clock.seconds() + MOST_AHEAD) throw badParam('A test clock can be set at most two years ahead.', 'frozen_time');
  if (to < 0) throw badParam('Invalid timestamp: must be an integer Unix timestamp in the range 0 to 2147483647.', 'frozen_time');
  row.frozen_time = to;
  const arrived = sim.moveTo(to * 1000);
  if (to * 1000 > sim.clock.now()) {
    row.status = 'advancing';
    void arrived.then(() => {
      row.status = 'ready';
      sim.events.emit('test_helpers.test_clock.ready', testClocks(sim).save(row));
      sim.commit();
    });
  }
  return testClocks(sim).save(row);
}

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
    const row = fresh<TestClock>('test_helpers.test_clock', {
      id: sim.ids.next('clock_'),
      created: sim.clock.seconds(),
      deletes_after: params.frozen_time + 30 * 86_400,
      name: params.name ?? null,
      status: 'ready',
    });
    return turn(sim, row, params.frozen_time);
  }),
  'GET /v1/test_helpers/test_clocks': on<PageParams>(({ sim, params, path }) => page(testClocks(sim).rows, params, path)),
  'GET /v1/test_helpers/test_clocks/{id}': on(({ sim, ids }) => find(testClocks(sim), ids[0]!, 'test clock')),
  'POST /v1/test_helpers/test_clocks/{id}/advance': on<{ frozen_time: number }>(({ sim, ids, params }) => {
    const row = find(testClocks(sim), ids[0]!, 'test clock');
    if (params.frozen_time * 1000 < sim.clock.now())
      throw badParam('The frozen time must be in the future of the present time of the clock.', 'frozen_time');
    return turn(sim, row, params.frozen_time);
  }),
  'DELETE /v1/test_helpers/test_clocks/{id}': on(({ sim, ids }) => {
    const row = find(testClocks(sim), ids[0]!, 'test clock');
    testClocks(sim).remove(row.id);
    return { id: row.id, object: 'test_helpers.test_clock', deleted: true };
  }),
};
