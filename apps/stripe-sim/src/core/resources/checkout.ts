import { find, on, type Routes } from '../call.js';
import { createSession } from '../checkout-create.js';
import { amountOf, quantityOf, readItems, type LineInput } from '../line-items.js';
import type { SessionInput } from '../session-input.js';
import { expireSession } from '../checkout.js';
import { checkAmount } from '../amounts.js';
import { mergeMetadata } from '../intents-common.js';
import { page, type PageParams } from '../lists.js';
import type { CheckoutSession, Metadata } from '../objects.js';
import { invalid } from '../refusal.js';
import type { Sim } from '../sim.js';

const session = (sim: Sim, id: string): CheckoutSession => find(sim.sessions, id, 'checkout.session', 'session');

interface Filters extends PageParams {
  customer?: string;
  customer_details?: { email: string };
  payment_intent?: string;
  status?: string;
}

export const checkoutRoutes: Routes = {
  'POST /v1/checkout/sessions': on<SessionInput>(({ sim, params }) => createSession(sim, params)),
  'GET /v1/checkout/sessions': on<Filters>(({ sim, params, path }) =>
    page(
      sim.sessions.rows,
      params,
      path,
      (s) =>
        (!params.customer || s.customer === params.customer) &&
        (!params.payment_intent || s.payment_intent === params.payment_intent) &&
        (!params.status || s.status === params.status) &&
        (!params.customer_details || s.customer_details?.email === params.customer_details.email),
    ),
  ),
  'GET /v1/checkout/sessions/{id}': on(({ sim, ids }) => session(sim, ids[0]!)),
  'POST /v1/checkout/sessions/{id}': on<{ metadata?: Metadata | ''; line_items?: (LineInput & { id?: string })[] }>(
    ({ sim, ids, params }) => {
      const row = session(sim, ids[0]!);
      if (params.line_items) replaceItems(sim, row, params.line_items);
      row.metadata = mergeMetadata(row.metadata, params.metadata);
      return sim.sessions.save(row);
    },
  ),
  'POST /v1/checkout/sessions/{id}/expire': on(({ sim, ids }) => expireSession(sim, session(sim, ids[0]!))),
  'GET /v1/checkout/sessions/{id}/line_items': on<PageParams>(({ sim, ids, params, path }) => {
    const items = sim.lineItems.get(session(sim, ids[0]!).id)!.items;
    const shown = page([...items].reverse(), params, path);
    return shown;
  }),
};

function replaceItems(sim: Sim, row: CheckoutSession, lines: (LineInput & { id?: string })[]): void {
  if (row.status !== 'open' || row.mode !== 'payment')
    throw invalid('Line items can only be changed while the Checkout Session is open.', { param: 'line_items' });
  const kept = sim.lineItems.get(row.id)!.items;
  const items = lines.map((line, i) => {
    const old = line.id ? kept.find((i) => i.id === line.id) : undefined;
    if (!old) return readItems(sim, [line], row.currency ?? undefined)[0]!;
    const quantity = quantityOf(line.quantity ?? old.quantity, `line_items[${i}]`);
    const amount = amountOf(old.price, quantity);
    return { ...old, quantity, amount_subtotal: amount, amount_total: amount };
  });
  const total = items.reduce((sum, i) => sum + i.amount_total, 0);
  checkAmount(total, row.currency!, 'line_items');
  row.amount_subtotal = row.amount_total = total;
  sim.lineItems.save({ ...sim.lineItems.get(row.id)!, items });
}
