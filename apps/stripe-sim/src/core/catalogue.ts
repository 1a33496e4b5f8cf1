import { fresh } from './description.js';
import { mergeMetadata } from './intents-common.js';
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
}

export function createProduct(sim: Sim, input: ProductInput, announce = true): Product {
  if (input.id && sim.products.get(input.id)) throw invalid(`Product already exists.`, { code: 'resource_already_exists', param: 'id' });
  const row = fresh<Product>('product', {
    id: input.id ?? sim.ids.next('prod_', 14),
    active: input.active ?? true,
    created: sim.clock.seconds(),
    default_price: null,
    description: input.description || null,
    images: input.images || [],
    metadata: mergeMetadata({}, input.metadata),
    name: input.name!,
    updated: sim.clock.seconds(),
    url: input.url || null,
    type: 'service',
  } as Partial<Product> & { id: string });
  sim.products.save(row);
  if (announce) sim.events.emit('product.created', row);
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
  if (input.product && !sim.products.get(input.product)) throw noSuch('product', input.product, named('product'));
  if (!input.product && !input.product_data)
    throw badParam(`Missing required param: ${named('product_data')}.`, named('product_data'), 'parameter_missing');
  const product = input.product ?? createProduct(sim, input.product_data!, announce).id;
  const row = fresh<Price>('price', {
    id: sim.ids.next('price_'),
    active: input.active ?? announce,
    created: sim.clock.seconds(),
    currency: input.currency!,
    lookup_key: input.lookup_key ?? null,
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
  sim.prices.save(row);
  if (announce) sim.events.emit('price.created', row);
  return row;
}
