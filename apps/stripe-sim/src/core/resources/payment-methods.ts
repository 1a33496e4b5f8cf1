import { find, on, type Routes } from '../call.js';
import { changes, expectCustomer, mergeMetadata } from '../intents-common.js';
import { page, type PageParams } from '../lists.js';
import type { Metadata } from '../objects.js';
import { checkExpiry } from '../card-input.js';
import { attach, detach } from '../attachment.js';
import { billingDetails, createMethod, useMethod, type MethodInput } from '../payment-methods.js';
import { badParam, invalid } from '../refusal.js';

interface UpdateInput {
  billing_details?: MethodInput['billing_details'];
  card?: { exp_month?: number; exp_year?: number; networks?: { preferred?: string } };
  metadata?: Metadata | '';
  allow_redisplay?: string;
}

export const paymentMethodRoutes: Routes = {
  'POST /v1/payment_methods': on<MethodInput & { customer?: string }>(({ sim, params }) => {
    if (!params.type) throw badParam('Missing required param: type.', 'type', 'parameter_missing');
    return createMethod(sim, params);
  }),
  'GET /v1/payment_methods': on<PageParams & { customer?: string; type?: string; allow_redisplay?: string }>(({ sim, params, path }) => {
    if (params.customer) expectCustomer(sim, params.customer);
    return page(
      sim.paymentMethods.rows,
      params,
      path,
      (m) =>
        m.customer === (params.customer ?? m.customer) &&
        m.customer !== null &&
        (!params.type || m.type === params.type) &&
        (!params.allow_redisplay || m.allow_redisplay === params.allow_redisplay),
    );
  }),
  'GET /v1/payment_methods/{id}': on(({ sim, ids }) => useMethod(sim, ids[0]!)),
  'POST /v1/payment_methods/{id}': on<UpdateInput>(({ sim, ids, params }) => {
    const row = find(sim.paymentMethods, ids[0]!, 'PaymentMethod', 'payment_method');
    if (!row.customer)
      throw invalid('You must save this PaymentMethod to a customer before you can update it.', {
        code: 'payment_method_unexpected_state',
      });
    const before: Record<string, unknown> = { ...row };
    if (params.billing_details)
      row.billing_details = { ...row.billing_details, ...billingDetails({ ...plain(row.billing_details), ...params.billing_details }) };
    if (params.card && row.card) {
      const { networks, ...rest } = params.card;
      checkExpiry(sim, { ...row.card, ...rest });
      row.card = { ...row.card, ...rest, networks: { ...(row.card.networks as object), ...networks } };
    }
    if (params.allow_redisplay) row.allow_redisplay = params.allow_redisplay;
    row.metadata = mergeMetadata(row.metadata, params.metadata);
    sim.paymentMethods.save(row);
    sim.events.emit('payment_method.updated', row, changes(before, row));
    return row;
  }),
  'POST /v1/payment_methods/{id}/attach': on<{ customer?: string }>(({ sim, ids, params }) => {
    if (!params.customer) throw badParam('Missing required param: customer.', 'customer', 'parameter_missing');
    expectCustomer(sim, params.customer);
    return attach(sim, useMethod(sim, ids[0]!), params.customer);
  }),
  'POST /v1/payment_methods/{id}/detach': on(({ sim, ids }) =>
    detach(sim, find(sim.paymentMethods, ids[0]!, 'PaymentMethod', 'payment_method')),
  ),
};

const plain = (details: object): NonNullable<MethodInput['billing_details']> =>
  Object.fromEntries(Object.entries(details).filter(([, v]) => v !== null)) as NonNullable<MethodInput['billing_details']>;
