import { find, on, type Call, type Routes } from '../call.js';
import { cashBalance, cashTransactions, fundingInstructions, setCashBalance, type CashSettings } from '../cash-balance.js';
import { createCustomer, deleteCustomer, updateCustomer, type CustomerInput } from '../customers.js';
import { page, type PageParams } from '../lists.js';
import type { Customer } from '../objects.js';
import { noSuch } from '../refusal.js';

const shown = (row: Customer): unknown => (row.deleted ? { id: row.id, object: 'customer', deleted: true } : row);

function live({ sim, ids }: Pick<Call, 'sim' | 'ids'>): Customer {
  const row = find(sim.customers, ids[0]!, 'customer');
  if (row.deleted) throw noSuch('customer', row.id);
  return row;
}

export const customerRoutes: Routes = {
  'POST /v1/customers': on<CustomerInput>(({ sim, params }) => createCustomer(sim, params)),
  'GET /v1/customers': on<PageParams & { email?: string; test_clock?: string }>(({ sim, params, path }) =>
    page(
      sim.customers.rows,
      params,
      path,
      (c) => !c.deleted && (!params.email || c.email === params.email) && (!params.test_clock || c.test_clock === params.test_clock),
    ),
  ),
  'GET /v1/customers/{id}': on(({ sim, ids }) => shown(find(sim.customers, ids[0]!, 'customer'))),
  'POST /v1/customers/{id}': on<CustomerInput>((call) => updateCustomer(call.sim, live(call), call.params)),
  'DELETE /v1/customers/{id}': on((call) => deleteCustomer(call.sim, live(call))),
  'GET /v1/customers/{id}/payment_methods': on<PageParams & { type?: string; allow_redisplay?: string }>((call) => {
    const customer = live(call);
    const { type, allow_redisplay: shownAgain } = call.params;
    return page(
      call.sim.paymentMethods.rows,
      call.params,
      call.path,
      (m) => m.customer === customer.id && (!type || m.type === type) && (!shownAgain || m.allow_redisplay === shownAgain),
    );
  }),
  'GET /v1/customers/{customerId}/payment_methods/{id}': on((call) => {
    const customer = live(call);
    const row = find(call.sim.paymentMethods, call.ids[1]!, 'PaymentMethod', 'payment_method');
    if (row.customer !== customer.id) throw noSuch('PaymentMethod', row.id, 'payment_method');
    return row;
  }),
  'GET /v1/customers/{id}/cash_balance': on((call) => cashBalance(call.sim, live(call).id)),
  'POST /v1/customers/{id}/cash_balance': on<CashSettings>((call) => setCashBalance(call.sim, live(call).id, call.params)),
  'GET /v1/customers/{id}/cash_balance_transactions': on<PageParams>((call) =>
    page(cashTransactions(call.sim, live(call).id), call.params, call.path),
  ),
  'GET /v1/customers/{customerId}/cash_balance_transactions/{id}': on((call) => {
    const row = cashTransactions(call.sim, live(call).id).find((t) => t.id === call.ids[1]);
    if (!row) throw noSuch('customer_cash_balance_transaction', call.ids[1]!);
    return row;
  }),
  'POST /v1/customers/{id}/funding_instructions': on<{ currency: string; bank_transfer: { type: string } }>((call) =>
    fundingInstructions(call.sim, live(call).id, call.params),
  ),
};
