import type { Stripe } from 'stripe';
import { Contract, locally, refusal } from './harness.js';

const contract = new Contract();

const chargeOf = (intent: Stripe.PaymentIntent) => intent.latest_charge as Stripe.Charge;

describe('A payment', () => {
  it('is created first and confirmed off-session afterwards', async () => {
    const customer = await contract.customer();
    const pm = await contract.savedCard(customer);
    const made = await contract.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'gbp',
      customer,
      payment_method: pm,
      metadata: { wgt_pledge: 'p1' },
    });
    expect(made).toMatchObject({ status: 'requires_confirmation', capture_method: 'automatic_async', latest_charge: null });
    const paid = await contract.stripe.paymentIntents.confirm(made.id, {
      off_session: true,
      payment_method: pm,
      expand: ['latest_charge'],
    });
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 2000 });
    expect(chargeOf(paid)).toMatchObject({ paid: true, captured: true, metadata: { wgt_pledge: 'p1' } });
  });

  locally('carries no fee at first; it comes with charge.updated', async () => {
    const paid = await contract.pay(2000);
    const before = await contract.stripe.charges.retrieve(paid.latest_charge as string);
    expect(before.balance_transaction).toBeNull();
    await contract.advance(3_000);
    const after = await contract.stripe.charges.retrieve(before.id, { expand: ['balance_transaction'] });
    expect(after.balance_transaction).toMatchObject({ amount: 2000, fee: 50, net: 1950, type: 'charge', status: 'pending' });
    const [event] = (await contract.stripe.events.list({ type: 'charge.updated', limit: 1 })).data;
    expect(event?.data.previous_attributes).toEqual({ balance_transaction: null });
  });

  it.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_visa_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error'],
  ])('with %s is declined', async (card, code, decline_code) => {
    const error = await refusal(contract.pay(2000, card));
    expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code });
    expect(error.payment_intent).toMatchObject({ status: 'requires_payment_method', payment_method: null });
    expect(error.payment_intent?.last_payment_error).toMatchObject({ code });
    if (code === 'card_declined') expect(error.decline_code).toBe(decline_code);
    const charge = await contract.stripe.charges.retrieve(error.payment_intent!.latest_charge as string);
    expect(charge).toMatchObject({ status: 'failed', paid: false, failure_code: code });
  });

  it('that needs the payer ends in requires_payment_method when the payer is not there', async () => {
    const customer = await contract.customer();
    const pm = await contract.stripe.paymentMethods.attach('pm_card_authenticationRequired', { customer });
    const error = await refusal(
      contract.stripe.paymentIntents.create({
        amount: 2000,
        currency: 'gbp',
        customer,
        payment_method: pm.id,
        off_session: true,
        confirm: true,
      }),
    );
    expect(error).toMatchObject({
      statusCode: 402,
      code: 'authentication_required',
      payment_intent: { status: 'requires_payment_method' },
    });
  });

  it('that needs the payer asks for the bank’s page when the payer is there', async () => {
    const intent = await contract.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'gbp',
      payment_method: 'pm_card_authenticationRequired',
      confirm: true,
      return_url: 'https://example.org/back',
    });
    expect(intent).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
  });

  it('is reconfirmed with another card after a decline: one intent, two charges', async () => {
    const error = await refusal(contract.pay(2000, 'pm_card_visa_chargeDeclined'));
    const id = error.payment_intent!.id;
    const paid = await contract.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    expect(paid.status).toBe('succeeded');
    const charges = await contract.stripe.charges.list({ payment_intent: id });
    expect(charges.data.map((c) => c.status)).toEqual(['succeeded', 'failed']);
  });

  it('succeeds once: another confirm is refused', async () => {
    const paid = await contract.pay(2000);
    const error = await refusal(contract.stripe.paymentIntents.confirm(paid.id, { payment_method: 'pm_card_visa' }));
    expect(error).toMatchObject({
      statusCode: 400,
      code: 'payment_intent_unexpected_state',
      payment_intent: { id: paid.id, status: 'succeeded' },
    });
  });

  it('cannot be cancelled once it has succeeded', async () => {
    const paid = await contract.pay(2000);
    const error = await refusal(contract.stripe.paymentIntents.cancel(paid.id));
    expect(error).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state', payment_intent: { status: 'succeeded' } });
  });

  it('can be cancelled before', async () => {
    const made = await contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp' });
    const gone = await contract.stripe.paymentIntents.cancel(made.id, { cancellation_reason: 'abandoned' });
    expect(gone).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
    expect(gone.canceled_at).not.toBeNull();
  });

  it('without a payment method cannot be confirmed', async () => {
    const made = await contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp' });
    expect(made.status).toBe('requires_payment_method');
    expect(await refusal(contract.stripe.paymentIntents.confirm(made.id))).toMatchObject({ code: 'payment_intent_unexpected_state' });
  });

  it('captured by hand can be captured in part', async () => {
    const held = await contract.pay(5000, 'pm_card_visa', { capture_method: 'manual' });
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 5000, amount_received: 0 });
    const taken = await contract.stripe.paymentIntents.capture(held.id, { amount_to_capture: 3000 });
    expect(taken).toMatchObject({ status: 'succeeded', amount_received: 3000 });
  });

  locally('captured in part can be refunded for that part, and no more', async () => {
    const held = await contract.pay(5000, 'pm_card_visa', { capture_method: 'manual' });
    await contract.stripe.paymentIntents.capture(held.id, { amount_to_capture: 3000 });
    expect(await refusal(contract.stripe.refunds.create({ payment_intent: held.id, amount: 3001 }))).toMatchObject({ statusCode: 400 });
    expect(await contract.stripe.refunds.create({ payment_intent: held.id })).toMatchObject({ amount: 3000 });
  });

  it('can be changed while open', async () => {
    const made = await contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp', metadata: { a: '1' } });
    const changed = await contract.stripe.paymentIntents.update(made.id, {
      amount: 2500,
      description: 'Two tickets',
      metadata: { b: '2' },
    });
    expect(changed).toMatchObject({ amount: 2500, description: 'Two tickets', metadata: { a: '1', b: '2' } });
  });

  it('shows the options and the address it was given', async () => {
    const address = { line1: '1 Road', city: 'London', country: 'GB', postal_code: 'EC1A 1AA' };
    const made = await contract.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'gbp',
      payment_method_options: { card: { request_three_d_secure: 'any', setup_future_usage: 'off_session' } },
      shipping: { name: 'Ada', address },
    });
    expect(made.payment_method_options?.card).toMatchObject({ request_three_d_secure: 'any', setup_future_usage: 'off_session' });
    expect(made.shipping).toMatchObject({ name: 'Ada', address });
    const customer = await contract.stripe.customers.create({ shipping: { name: 'Ada', address }, address });
    expect(customer).toMatchObject({ shipping: { name: 'Ada' }, address: { city: 'London' } });
  });

  it('can be told which kind of merchant-initiated payment it is', async () => {
    const customer = await contract.customer();
    const pm = await contract.savedCard(customer);
    const made = await contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp', customer, payment_method: pm });
    const paid = await contract.stripe.paymentIntents.confirm(made.id, {
      off_session: true,
      payment_method: pm,
      payment_method_options: { card: { stored_credential_usage: 'unscheduled' } },
    });
    expect(paid.status).toBe('succeeded');
  });

  it('takes no statement_descriptor for cards', async () => {
    const error = await refusal(
      contract.stripe.paymentIntents.create({
        amount: 2000,
        currency: 'gbp',
        statement_descriptor: 'WEGETTOGETHER',
        payment_method: 'pm_card_visa',
      }),
    );
    expect(error).toMatchObject({ statusCode: 400 });
  });

  it('with another customer’s card is refused', async () => {
    const [ada, grace] = [await contract.customer(), await contract.customer()];
    const pm = await contract.savedCard(ada);
    const error = await refusal(
      contract.stripe.paymentIntents.create({
        amount: 2000,
        currency: 'gbp',
        customer: grace,
        payment_method: pm,
        off_session: true,
        confirm: true,
      }),
    );
    expect(error.statusCode).toBe(400);
  });

  it('is listed by customer', async () => {
    const customer = await contract.customer();
    const made = await contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp', customer });
    const list = await contract.stripe.paymentIntents.list({ customer });
    expect(list.data.map((i) => i.id)).toEqual([made.id]);
  });

  locally('is found by search, late', async () => {
    const made = await contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp', metadata: { wgt_pledge: 'search-me' } });
    const query = 'metadata["wgt_pledge"]:"search-me"';
    expect((await contract.stripe.paymentIntents.search({ query })).data).toEqual([]);
    await contract.advance(61_000);
    expect((await contract.stripe.paymentIntents.search({ query })).data.map((i) => i.id)).toEqual([made.id]);
  });
});
