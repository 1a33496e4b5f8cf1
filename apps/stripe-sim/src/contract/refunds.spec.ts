import type { Stripe } from 'stripe';
import { Contract, DAY, locally, refusal } from './harness.js';

const contract = new Contract();

const settled = async (amount: number, card = 'pm_card_visa'): Promise<Stripe.PaymentIntent> => {
  const paid = await contract.pay(amount, card);
  await contract.advance(3_000);
  return paid;
};

describe('A refund', () => {
  locally('given in two parts leaves nothing for a third', async () => {
    const { id } = await settled(5000);
    const first = await contract.stripe.refunds.create({
      payment_intent: id,
      amount: 2000,
      reason: 'requested_by_customer',
      metadata: { wgt_refund: 'r1' },
    });
    expect(first).toMatchObject({ status: 'succeeded', amount: 2000, metadata: { wgt_refund: 'r1' } });
    await contract.stripe.refunds.create({ payment_intent: id, amount: 3000 });
    const error = await refusal(contract.stripe.refunds.create({ payment_intent: id, amount: 100 }));
    expect(error).toMatchObject({ statusCode: 400, code: 'charge_already_refunded' });
    const intent = await contract.stripe.paymentIntents.retrieve(id, { expand: ['latest_charge.refunds'] });
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge).toMatchObject({ refunded: true, amount_refunded: 5000 });
    expect(charge.refunds?.data.map((r) => r.amount)).toEqual([3000, 2000]);
  });

  locally('is never more than what is left', async () => {
    const { id } = await settled(5000);
    expect(await refusal(contract.stripe.refunds.create({ payment_intent: id, amount: 5001 }))).toMatchObject({ statusCode: 400 });
  });

  locally('gives back the amount and keeps the fee', async () => {
    const { id } = await settled(2000);
    const refund = await contract.stripe.refunds.create({ payment_intent: id, expand: ['balance_transaction'] });
    expect(refund.balance_transaction).toMatchObject({ type: 'refund', amount: -2000, fee: 0, net: -2000 });
  });

  it('of a payment that has no fee yet succeeds or waits for it', async () => {
    const paid = await contract.pay(2000);
    const refund = await contract.stripe.refunds.create({ payment_intent: paid.id });
    expect(['pending', 'succeeded']).toContain(refund.status);
  });

  locally('made before the charge has settled is carried out when it has', async () => {
    const paid = await contract.pay(2000);
    const refund = await contract.stripe.refunds.create({ payment_intent: paid.id });
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'charge_pending', balance_transaction: null });
    await contract.advance(3_000);
    expect(await contract.stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'succeeded' });
  });

  locally('waits for money when the balance has been paid out', async () => {
    const { id } = await settled(2000);
    await contract.advance(9 * DAY);
    const refund = await contract.stripe.refunds.create({ payment_intent: id });
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'insufficient_funds' });
    await contract.pay(5000, 'pm_card_bypassPending');
    await settled(5000);
    await contract.advance(9 * DAY);
    expect(await contract.stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'succeeded' });
  });

  locally('can fail days later: the money comes back to the balance', async () => {
    const { id } = await settled(2000, 'pm_card_refundFail');
    const refund = await contract.stripe.refunds.create({ payment_intent: id });
    expect(refund.status).toBe('succeeded');
    await contract.advance(10_000);
    const failed = await contract.stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] });
    expect(failed).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
      failure_balance_transaction: { type: 'refund_failure', net: 2000 },
    });
    const types = (await contract.stripe.events.list({ limit: 3 })).data.map((e) => e.type);
    expect(types).toContain('refund.failed');
  });

  locally('can be pending first', async () => {
    const { id } = await settled(2000, 'pm_card_pendingRefund');
    const refund = await contract.stripe.refunds.create({ payment_intent: id });
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
    await contract.advance(10_000);
    expect(await contract.stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'succeeded' });
  });

  locally('that waits can be cancelled', async () => {
    const paid = await contract.pay(2000);
    const refund = await contract.stripe.refunds.create({ payment_intent: paid.id });
    expect(await contract.stripe.refunds.cancel(refund.id)).toMatchObject({ status: 'canceled' });
    expect(await contract.stripe.charges.retrieve(paid.latest_charge as string)).toMatchObject({ refunded: false, amount_refunded: 0 });
  });

  it('of a payment that never succeeded is refused', async () => {
    const made = await contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp' });
    expect(await refusal(contract.stripe.refunds.create({ payment_intent: made.id }))).toMatchObject({ statusCode: 400 });
    expect(await refusal(contract.stripe.refunds.create({}))).toMatchObject({ statusCode: 400 });
  });

  locally('is listed by its payment and keeps its metadata', async () => {
    const { id } = await settled(2000);
    const refund = await contract.stripe.refunds.create({ payment_intent: id, amount: 500 });
    await contract.stripe.refunds.update(refund.id, { metadata: { note: 'x' } });
    const list = await contract.stripe.refunds.list({ payment_intent: id });
    expect(list.data).toEqual([expect.objectContaining({ id: refund.id, metadata: { note: 'x' } })]);
  });
});
