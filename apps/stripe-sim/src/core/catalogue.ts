import { MAXIMUM } from './amounts.js';
import { fresh } from './description.js';
import { changes, mergeMetadata } from './intents-common.js';
import type { Metadata, Price, Product } from './objects.js';
import { badParam, invalid, noSuch } from './refusal.js';
import type { Sim } from './sim.js';

export interface ProductInput {
  id?: string;
  name?: string;
  description?: string;
  images?: string[] | '';
  metadata?: Metadata | '';
  active?: boolean;
  url?: string;
  marketing_features?: unknown[] | '';
  package_dimensions?: unknown;
  shippable?: boolean;
  statement_descriptor?: string;
  tax_code?: string;
  unit_label?: string;
  default_price?: string;
  default_price_data?: PriceInput;
}

export interface PriceInput {
  currency?: string;
  product?: string;
  product_data?: ProductInput;
  unit_amount?: number;
  unit_amount_decimal?: string;
  recurring?: unknown;
  metadata?: Metadata | '';
  nickname?: string;
  lookup_key?: string;
  tax_behavior?: string;
  active?: boolean;
  transfer_lookup_key?: boolean;
}

export function createProduct(sim: Sim, input: ProductInput, announce = true): Product {
  if (input.id && sim.products.get(input.id)) throw invalid(`Product already exists.`, { code: 'resource_already_exists', param: 'id' });
  const row = fresh<Product>('product', {
    id: input.id ?? sim.ids.next('prod_', 14),
    active: true,
    created: sim.clock.seconds(),
    default_price: null,
    updated: sim.clock.seconds(),
    type: 'service',
  } as Partial<Product> & { id: string });
  fillProduct(row, input);
  sim.products.save(row);
  if (input.default_price_data) row.default_price = createPrice(sim, { ...input.default_price_data, product: row.id }).id;
  if (announce) sim.events.emit('product.created', row);
  return row;
}

export function updateProduct(sim: Sim, row: Product, input: ProductInput): Product {
  const price = input.default_price;
  if (price && sim.prices.get(price)?.product !== row.id) throw noSuch('price', price, 'default_price');
  const before: Record<string, unknown> = { ...row };
  fillProduct(row, input);
  if (price !== undefined) row.default_price = price || null;
  row.updated = sim.clock.seconds();
  sim.products.save(row);
  sim.events.emit('product.updated', row, changes(before, row));
  return row;
}

const AS_GIVEN = [
  'active',
  'name',
  'package_dimensions',
  'shippable',
  'statement_descriptor',
  'tax_code',
  'unit_label',
  'url',
  'description',
] as const;

function fillProduct(row: Product, input: ProductInput): void {
  row.metadata = mergeMetadata(row.metadata, input.metadata);
  for (const field of AS_GIVEN) if (input[field] !== undefined) Object.assign(row, { [field]: input[field] === '' ? null : input[field] });
  if (input.images !== undefined) row.images = input.images || [];
  if (input.marketing_features !== undefined) Object.assign(row, { marketing_features: input.marketing_features || [] });
}

/** A lookup key belongs to one active price; another one may take it over when it says so. */
function claimLookupKey(sim: Sim, row: Price, key: string | undefined, transfer: boolean | undefined): void {
  const holder = key ? sim.prices.rows.find((p) => p.lookup_key === key && p.id !== row.id && p.active) : undefined;
  if (holder && !transfer) {
    const message = `A price (\`${holder.id}\`) already uses that lookup key.`;
    throw invalid(message, { param: 'lookup_key', code: 'resource_already_exists' });
  }
  if (holder) {
    holder.lookup_key = null;
    sim.prices.save(holder);
  }
  if (key !== undefined) row.lookup_key = key || null;
}

export function updatePrice(sim: Sim, row: Price, input: PriceInput): Price {
  const before: Record<string, unknown> = { ...row };
  claimLookupKey(sim, row, input.lookup_key, input.transfer_lookup_key);
  row.metadata = mergeMetadata(row.metadata, input.metadata);
  if (input.active !== undefined) row.active = input.active;
  if (input.nickname !== undefined) row.nickname = input.nickname || null;
  if (input.tax_behavior !== undefined) row.tax_behavior = input.tax_behavior;
  sim.prices.save(row);
  sim.events.emit('price.updated', row, changes(before, row));
  return row;
}

/** A price, with its product when that is given in the same breath. `at` names the parameter in refusals. */
export function createPrice(sim: Sim, input: PriceInput, at = '', announce = true): Price {
  const named = (field: string) => (at ? `${at}[${field}]` : field);
  if (input.unit_amount === undefined && input.unit_amount_decimal === undefined) {
    throw badParam(`Missing required param: ${named('unit_amount')}.`, named('unit_amount'), 'parameter_missing');
  }
  const amount = input.unit_amount ?? Number(input.unit_amount_decimal);
  if (amount < 0)
    throw invalid('This value must be greater than or equal to 0.', { param: named('unit_amount'), code: 'parameter_invalid_integer' });
  if (amount > MAXIMUM) throw invalid('The price is too large.', { param: named('unit_amount'), code: 'amount_too_large' });
  if (input.product && !sim.products.get(input.product)) throw noSuch('product', input.product, named('product'));
  if (!input.product && !input.product_data)
    throw badParam(`Missing required param: ${named('product_data')}.`, named('product_data'), 'parameter_missing');
  const product = input.product ?? createProduct(sim, input.product_data!, announce).id;
  const row = fresh<Price>('price', {
    id: sim.ids.next('price_'),
    active: input.active ?? announce,
    created: sim.clock.seconds(),
    currency: input.currency!,
    metadata: mergeMetadata({}, input.metadata),
    nickname: input.nickname || null,
    product,
    recurring: null,
    tax_behavior: input.tax_behavior ?? 'unspecified',
    type: 'one_time',
    unit_amount: Number.isInteger(amount) ? amount : null,
    unit_amount_decimal: input.unit_amount_decimal ?? String(amount),
  });
  if (input.recurring) throw invalid('The simulator has no recurring prices.', { param: named('recurring') });
  claimLookupKey(sim, row, input.lookup_key, input.transfer_lookup_key);
  sim.prices.save(row);
  if (announce) sim.events.emit('price.created', row);
  return row;
}
