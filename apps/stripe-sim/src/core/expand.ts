import { description, type Reach } from './description.js';
import { badParam } from './refusal.js';
import type { Sim } from './sim.js';

type Plain = { [field: string]: unknown };
const isPlain = (v: unknown): v is Plain => typeof v === 'object' && v !== null && !Array.isArray(v);

/** Lists that an object shows only when asked: field → the rows it holds. */
const INCLUDED: Record<string, Record<string, { kind: string; list: (sim: Sim, id: string) => unknown }>> = {
  charge: {
    refunds: {
      kind: 'refund',
      list: (sim, id) => listed(sim.refunds.rows.filter((r) => r.charge === id).reverse(), `/v1/charges/${id}/refunds`),
    },
  },
  'checkout.session': {
    line_items: { kind: 'item', list: (sim, id) => listed(sim.lineItems.get(id)?.items ?? [], `/v1/checkout/sessions/${id}/line_items`) },
  },
};

const listed = (rows: unknown[], url: string) => ({ object: 'list', data: rows.slice(0, 10), has_more: rows.length > 10, url });

const TABLES: Record<string, (sim: Sim, id: string) => unknown> = {
  customer: (sim, id) => {
    const row = sim.customers.get(id);
    return row?.deleted ? { id, object: 'customer', deleted: true } : row;
  },
  charge: (sim, id) => sim.charges.get(id),
  payment_intent: (sim, id) => sim.paymentIntents.get(id),
  payment_method: (sim, id) => sim.paymentMethods.get(id),
  setup_intent: (sim, id) => sim.setupIntents.get(id),
  setup_attempt: (sim, id) => sim.setupAttempts.get(id),
  balance_transaction: (sim, id) => sim.balanceTransactions.get(id),
  mandate: (sim, id) => sim.mandates.get(id),
  refund: (sim, id) => sim.refunds.get(id),
  dispute: (sim, id) => sim.disputes.get(id),
  payout: (sim, id) => sim.payoutRows.get(id),
  product: (sim, id) => sim.products.get(id),
  price: (sim, id) => sim.prices.get(id),
  bank_account: (sim, id) => bankAccount(sim, id),
};

/** The account's bank account, where payouts go. */
export const BANK_ACCOUNT = 'ba_1SimulatedBankAccount00';

export function bankAccount(sim: Sim, id = BANK_ACCOUNT): unknown {
  return {
    ...description.blanks.bank_account,
    id,
    account: 'acct_1SimulatedAccount00',
    account_holder_name: 'Simulated Association',
    account_holder_type: 'company',
    bank_name: 'SIMULATED BANK',
    country: sim.config.country,
    currency: sim.config.currency,
    default_for_currency: true,
    fingerprint: 'SimulatedBank000',
    last4: '2345',
    metadata: {},
    routing_number: '108800',
    status: 'new',
  };
}

const cannot = (path: string) => badParam(`This property cannot be expanded (${path}).`, 'expand');

/** Refuses, before anything runs, a path that no answer of this operation has. */
export function checkExpand(op: string, paths: readonly string[]): void {
  const answer = description.answers[op];
  if (answer === undefined) return;
  const listed = answer.startsWith('[');
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length - (listed ? 1 : 0) > 4) {
      throw badParam(`You cannot expand more than 4 levels of a property. Property: ${path}`, 'expand');
    }
    if (listed) {
      if (steps[0] !== 'data' || steps.length === 1) throw cannot(path);
      mustReach(answer.slice(1, -1), steps.slice(1), path);
    } else mustReach(answer, steps, path);
  }
}

/** A copy of `body` with the ids on the paths asked for replaced by their objects. */
export function expand(sim: Sim, body: unknown, paths: readonly string[]): unknown {
  return paths.reduce((result, path) => follow(sim, result, path.split('.'), reachOf(result), path), body);
}

function reachOf(body: unknown): Reach {
  if (!isPlain(body)) return {};
  return body.object === 'list' || body.object === 'search_result' ? { data: '*' } : (description.expand[String(body.object)] ?? {});
}

function follow(sim: Sim, node: unknown, steps: string[], reach: Reach, path: string): unknown {
  const step = steps[0];
  if (step === undefined) return node;
  if (Array.isArray(node)) return node.map((item) => follow(sim, item, steps, reach, path));
  if (!isPlain(node)) return node;
  const kind = String(node.object ?? '');
  const included = INCLUDED[kind]?.[step];
  const next: Reach | undefined = included ? { data: included.kind } : fields(reach, node)[step];
  if (next === undefined) throw cannot(path);
  const value = node[step] ?? (included ? included.list(sim, String(node.id)) : node[step]);
  if (steps.length === 1 && !included && !Array.isArray(next)) throw cannot(path);
  return { ...node, [step]: descend(sim, value, steps.slice(1), next, path) };
}

function descend(sim: Sim, value: unknown, rest: string[], next: Reach, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => descend(sim, item, rest, next, path));
  if (typeof value === 'string' && Array.isArray(next)) {
    const found = next.map((kind) => TABLES[kind]?.(sim, value)).find((row) => row !== undefined);
    return found === undefined ? value : follow(sim, found, rest, reachOf(found), path);
  }
  if (value === null || value === undefined) {
    if (rest.length > 0) mustReach(next, rest, path);
    return value ?? null;
  }
  const kind = isPlain(value) ? String(value.object ?? '') : '';
  return follow(sim, value, rest, typeof next === 'string' || Array.isArray(next) ? (description.expand[kind] ?? {}) : next, path);
}

/** The path must be a possible one: its last step an id to follow or a list to show. */
function mustReach(next: Reach, steps: string[], path: string): void {
  const [step, ...more] = steps;
  if (step === undefined) return;
  const kinds = Array.isArray(next) ? next : typeof next === 'string' ? [next] : undefined;
  const places = kinds ? kinds.map((k) => ({ ...description.expand[k], ...mapIncluded(k) })) : [next as Record<string, Reach>];
  const found = places.map((p) => p[step]).filter((r) => r !== undefined);
  const last = more.length === 0 || (more.length === 1 && more[0] === 'data');
  if (found.length === 0 || (last && !found.some((r) => Array.isArray(r) || isList(r)))) throw cannot(path);
  if (!last) mustReach(found.find((r) => Array.isArray(r) || typeof r === 'object') ?? found[0]!, more, path);
}

const isList = (reach: Reach): boolean => typeof reach === 'object' && !Array.isArray(reach) && 'data' in reach;

const mapIncluded = (kind: string): Record<string, Reach> =>
  Object.fromEntries(Object.entries(INCLUDED[kind] ?? {}).map(([field, i]) => [field, { data: i.kind }]));

function fields(reach: Reach, node: Plain): Record<string, Reach> {
  if (typeof reach === 'object' && !Array.isArray(reach)) return reach;
  return description.expand[String(node.object)] ?? {};
}
