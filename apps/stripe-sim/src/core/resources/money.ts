import { find, on, type Routes } from '../call.js';
import { answerDispute, closeDispute } from '../dispute-answers.js';
import { changes, expectCustomer, mergeMetadata } from '../intents-common.js';
import { page, type PageParams } from '../lists.js';
import { shippingOf } from '../method-options.js';
import type { Metadata } from '../objects.js';
import { invalid } from '../refusal.js';
import { cancelRefund, createRefund, type RefundInput } from '../refunds.js';

type ByPayment = PageParams & { charge?: string; payment_intent?: string };

export const chargeRoutes: Routes = {
  'GET /v1/charges': on<PageParams & { customer?: string; payment_intent?: string; transfer_group?: string }>(({ sim, params, path }) =>
    page(
      sim.charges.rows,
      params,
      path,
      (c) =>
        (!params.customer || c.customer === params.customer) &&
        (!params.payment_intent || c.payment_intent === params.payment_intent) &&
        (!params.transfer_group || c.transfer_group === params.transfer_group),
    ),
  ),
  'GET /v1/charges/{id}': on(({ sim, ids }) => find(sim.charges, ids[0]!, 'charge')),
  'POST /v1/charges/{id}': on<{
    description?: string;
    metadata?: Metadata | '';
    receipt_email?: string;
    transfer_group?: string;
    fraud_details?: object;
    customer?: string;
    shipping?: unknown;
  }>(({ sim, ids, params }) => {
    const row = find(sim.charges, ids[0]!, 'charge');
    const before: Record<string, unknown> = { ...row };
    if (params.customer) {
      expectCustomer(sim, params.customer);
      if (row.customer && row.customer !== params.customer)
        throw invalid('This charge belongs to another customer already.', { param: 'customer' });
      row.customer = params.customer;
    }
    if (params.shipping !== undefined) row.shipping = shippingOf(params.shipping);
    row.metadata = mergeMetadata(row.metadata, params.metadata);
    if (params.description !== undefined) row.description = params.description;
    if (params.receipt_email !== undefined) row.receipt_email = params.receipt_email;
    if (params.transfer_group !== undefined) row.transfer_group = params.transfer_group;
    if (params.fraud_details !== undefined) row.fraud_details = params.fraud_details;
    sim.charges.save(row);
    sim.events.emit('charge.updated', row, changes(before, row));
    return row;
  }),
};

export const refundRoutes: Routes = {
  'POST /v1/refunds': on<RefundInput>(({ sim, params }) => createRefund(sim, params)),
  'GET /v1/refunds': on<ByPayment>(({ sim, params, path }) =>
    page(
      sim.refunds.rows,
      params,
      path,
      (r) => (!params.charge || r.charge === params.charge) && (!params.payment_intent || r.payment_intent === params.payment_intent),
    ),
  ),
  'GET /v1/refunds/{id}': on(({ sim, ids }) => find(sim.refunds, ids[0]!, 'refund')),
  'POST /v1/refunds/{id}': on<{ metadata?: Metadata | '' }>(({ sim, ids, params }) => {
    const row = find(sim.refunds, ids[0]!, 'refund');
    const before = { metadata: row.metadata };
    row.metadata = mergeMetadata(row.metadata, params.metadata);
    sim.refunds.save(row);
    sim.events.emit('refund.updated', row, before);
    return row;
  }),
  'POST /v1/refunds/{id}/cancel': on(({ sim, ids }) => cancelRefund(sim, find(sim.refunds, ids[0]!, 'refund'))),
  'POST /v1/test_helpers/refunds/{id}/expire': on(({ sim, ids }) => {
    const row = find(sim.refunds, ids[0]!, 'refund');
    if (row.status !== 'requires_action')
      throw invalid('Only refunds with a status of requires_action can be expired.', { code: 'refund_unexpected_state' });
    return row;
  }),
};

export const disputeRoutes: Routes = {
  'GET /v1/disputes': on<ByPayment>(({ sim, params, path }) =>
    page(
      sim.disputes.rows,
      params,
      path,
      (d) => (!params.charge || d.charge === params.charge) && (!params.payment_intent || d.payment_intent === params.payment_intent),
    ),
  ),
  'GET /v1/disputes/{id}': on(({ sim, ids }) => find(sim.disputes, ids[0]!, 'dispute')),
  'POST /v1/disputes/{id}': on<{ evidence?: Record<string, unknown>; metadata?: Metadata | ''; submit?: boolean }>(({ sim, ids, params }) =>
    answerDispute(sim, find(sim.disputes, ids[0]!, 'dispute'), params),
  ),
  'POST /v1/disputes/{id}/close': on(({ sim, ids }) => {
    const row = find(sim.disputes, ids[0]!, 'dispute');
    if (!['needs_response', 'warning_needs_response'].includes(row.status)) {
      throw invalid(`This dispute is already ${row.status}.`, { code: 'dispute_unexpected_state' });
    }
    return closeDispute(sim, row, row.status === 'needs_response' ? 'lost' : 'warning_closed');
  }),
  'GET /v1/radar/early_fraud_warnings': on<ByPayment>(({ sim, params, path }) =>
    page(
      sim.warnings.rows,
      params,
      path,
      (w) => (!params.charge || w.charge === params.charge) && (!params.payment_intent || w.payment_intent === params.payment_intent),
    ),
  ),
  'GET /v1/radar/early_fraud_warnings/{id}': on(({ sim, ids }) => find(sim.warnings, ids[0]!, 'radar.early_fraud_warning')),
};
