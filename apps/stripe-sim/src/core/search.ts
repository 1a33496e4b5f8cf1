import { limitOf } from './lists.js';
import type { PaymentIntent } from './objects.js';
import { badParam, invalid } from './refusal.js';
import type { Sim } from './sim.js';

type Test = (row: PaymentIntent) => boolean;

/** One term of Stripe's search language: `status:"succeeded"`, `metadata["a"]:"b"`, `amount>100`, `-field:…`. */
function term(text: string): Test {
  const match = /^(-?)(\w+)(?:\[["']([^"']+)["']\])?(:|>=|<=|>|<)["']?([^"']*)["']?$/.exec(text.trim());
  if (!match) throw badParam('We were unable to parse your search query.', 'query');
  const [, minus, field, key, operator, wanted] = match;
  if (!['amount', 'created', 'currency', 'customer', 'metadata', 'status'].includes(field!)) {
    throw badParam(`Field \`${field}\` is an unsupported search field for resource \`payment_intents\`.`, 'query');
  }
  const test: Test = (row) => {
    const value = field === 'metadata' ? row.metadata[key ?? ''] : row[field as 'amount' | 'created' | 'currency' | 'customer' | 'status'];
    if (operator === ':') return wanted === 'null' ? value === undefined || value === null : String(value ?? '') === wanted;
    const [a, b] = [Number(value), Number(wanted)];
    return operator === '>' ? a > b : operator === '<' ? a < b : operator === '>=' ? a >= b : a <= b;
  };
  return minus ? (row) => !test(row) : test;
}

/** Search sees things late, as Stripe's does: what was made within the last `searchLag` is not found. */
export function searchIntents(sim: Sim, params: { query: string; limit?: number; page?: string }, url: string): unknown {
  const parts = params.query.split(/\s+AND\s+/i);
  const either = parts.length === 1 ? params.query.split(/\s+OR\s+/i) : parts;
  const tests = either.map(term);
  const newest = (sim.clock.now() - sim.config.searchLag) / 1000;
  const hit: Test = (row) =>
    row.created <= newest && (parts.length === 1 && either.length > 1 ? tests.some((t) => t(row)) : tests.every((t) => t(row)));
  const found = sim.paymentIntents.rows.filter(hit).reverse();
  const limit = limitOf(params.limit);
  const start = Number(params.page ?? 0);
  if (!Number.isInteger(start) || start < 0) throw invalid('This is not a page of a search: pass a next_page.', { param: 'page' });
  const more = found.length > start + limit;
  return {
    object: 'search_result',
    data: found.slice(start, start + limit),
    has_more: more,
    next_page: more ? String(start + limit) : null,
    url,
  };
}
