import { find, on, type Routes } from '../call.js';
import { createPrice, createProduct, updatePrice, updateProduct, type PriceInput, type ProductInput } from '../catalogue.js';
import { page, type PageParams } from '../lists.js';
import { invalid, noSuch } from '../refusal.js';

export const productRoutes: Routes = {
  'POST /v1/products': on<ProductInput>(({ sim, params }) => createProduct(sim, params)),
  'GET /v1/products': on<PageParams & { active?: boolean; ids?: string[]; shippable?: boolean; url?: string }>(({ sim, params, path }) =>
    page(
      sim.products.rows,
      params,
      path,
      (p) =>
        !p.deleted &&
        (params.active === undefined || p.active === params.active) &&
        (params.shippable === undefined || p.shippable === params.shippable) &&
        (!params.url || p.url === params.url) &&
        (!params.ids || params.ids.includes(p.id)),
    ),
  ),
  'GET /v1/products/{id}': on(({ sim, ids }) => {
    const row = find(sim.products, ids[0]!, 'product');
    if (row.deleted) throw noSuch('product', row.id);
    return row;
  }),
  'POST /v1/products/{id}': on<ProductInput>(({ sim, ids, params }) => updateProduct(sim, find(sim.products, ids[0]!, 'product'), params)),
  'DELETE /v1/products/{id}': on(({ sim, ids }) => {
    const row = find(sim.products, ids[0]!, 'product');
    if (sim.prices.rows.some((p) => p.product === row.id))
      throw invalid('This product cannot be deleted because it has one or more user-created prices.');
    row.deleted = true;
    sim.products.save(row);
    return { id: row.id, object: 'product', deleted: true };
  }),
};

export const priceRoutes: Routes = {
  'POST /v1/prices': on<PriceInput>(({ sim, params }) => createPrice(sim, params)),
  'GET /v1/prices': on<PageParams & { product?: string; active?: boolean; currency?: string; lookup_keys?: string[]; type?: string }>(
    ({ sim, params, path }) =>
      page(
        sim.prices.rows,
        params,
        path,
        (p) =>
          (!params.product || p.product === params.product) &&
          (params.active === undefined || p.active === params.active) &&
          (!params.currency || p.currency === params.currency) &&
          (!params.type || p.type === params.type) &&
          (!params.lookup_keys || params.lookup_keys.includes(p.lookup_key ?? '')),
      ),
  ),
  'GET /v1/prices/{id}': on(({ sim, ids }) => find(sim.prices, ids[0]!, 'price')),
  'POST /v1/prices/{id}': on<PriceInput>(({ sim, ids, params }) => updatePrice(sim, find(sim.prices, ids[0]!, 'price'), params)),
};
