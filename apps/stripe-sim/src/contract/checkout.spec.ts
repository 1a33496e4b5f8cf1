import type { Stripe } from 'stripe';
import { Contract, locally, refusal } from './harness.js';

const contract = new Contract();
const urls = { success_url: 'https://example.org/done?session_id={CHECKOUT_SESSION_ID}', cancel_url: 'https://example.org/back' };

async function saving(more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Promise<Stripe.Checkout.Session> {
  return contract.stripe.checkout.sessions.create({
    mode: 'setup',
    customer: await contract.customer(),
    currency: 'gbp',
    setup_intent_data: { metadata: { wgt_pledge: 'p1' }, description: 'Pledge to the summer fair' },
    client_reference_id: 'p1',
    custom_text: { submit: { message: 'You pay £20.00 only if the goal is met.' } },
    ...urls,
    ...more,
  });
}

const paying = (more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Promise<Stripe.Checkout.Session> =>
  contract.stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [{ price_data: { currency: 'gbp', unit_amount: 2500, product_data: { name: 'Supper for two' } }, quantity: 2 }],
    payment_intent_data: { metadata: { wgt_pledge: 'p2' } },
    ...urls,
    ...more,
  });

const complete = (session: string, body: Record<string, unknown>) => contract.command('POST', `checkout/${session}/complete`, body);

describe('A Checkout Session', () => {
  it('to save a card is open, has a page, and an intent in the making', async () => {
    const session = await saving({ expand: ['setup_intent'] });
    expect(session).toMatchObject({
      status: 'open',
      mode: 'setup',
      payment_status: 'no_payment_required',
      setup_intent: { metadata: { wgt_pledge: 'p1' } },
    });
    expect(session.url).toMatch(/^http/);
  });

  it('to pay has a total and line items to look at', async () => {
    const session = await paying();
    expect(session).toMatchObject({ status: 'open', amount_total: 5000, currency: 'gbp', payment_status: 'unpaid' });
    const items = await contract.stripe.checkout.sessions.listLineItems(session.id);
    expect(items.data).toEqual([expect.objectContaining({ description: 'Supper for two', quantity: 2, amount_total: 5000 })]);
  });

  it.each([
    ['too early', 60],
    ['too late', 25 * 3600],
  ])('may not end %s', async (_, seconds) => {
    const error = await refusal(paying({ expires_at: contract.now() + seconds }));
    expect(error).toMatchObject({ statusCode: 400, param: 'expires_at' });
  });

  it('needs a currency to save a card, and line items to pay', async () => {
    expect(await refusal(saving({ currency: undefined as never }))).toMatchObject({ statusCode: 400, param: 'currency' });
    expect(await refusal(paying({ line_items: undefined as never }))).toMatchObject({ statusCode: 400 });
  });

  it('takes either a customer or an e-mail address', async () => {
    const customer = await contract.customer();
    expect(await refusal(paying({ customer, customer_email: 'x@example.org' }))).toMatchObject({ statusCode: 400 });
  });

  it('can be expired once', async () => {
    const session = await paying();
    expect(await contract.stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: 'expired', url: null });
    expect(await refusal(contract.stripe.checkout.sessions.expire(session.id))).toMatchObject({ statusCode: 400 });
  });

  locally('expires by itself, and cancels its setup intent', async () => {
    const session = await saving({ expires_at: contract.now() + 31 * 60 });
    await contract.advance(32 * 60_000);
    const after = await contract.stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] });
    expect(after).toMatchObject({ status: 'expired', setup_intent: { status: 'canceled' } });
    const types = (await contract.stripe.events.list({ limit: 5 })).data.map((e) => e.type);
    expect(types).toContain('checkout.session.expired');
  });

  locally('saves the card when the payer agrees', async () => {
    const session = await saving();
    await complete(session.id, { card: '4242424242424242' });
    const done = await contract.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['setup_intent.payment_method', 'setup_intent.mandate'],
    });
    expect(done).toMatchObject({ status: 'complete', url: null, payment_status: 'no_payment_required' });
    const intent = done.setup_intent as Stripe.SetupIntent;
    expect(intent).toMatchObject({
      status: 'succeeded',
      mandate: null,
      payment_method: { customer: session.customer, card: { last4: '4242' } },
    });
  });

  locally('authenticated at saving lets the later charge pass off-session', async () => {
    const session = await saving();
    await complete(session.id, { card: '4000002500003155' });
    const done = await contract.stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] });
    const paid = await contract.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'gbp',
      customer: session.customer as string,
      payment_method: (done.setup_intent as Stripe.SetupIntent).payment_method as string,
      off_session: true,
      confirm: true,
    });
    expect(paid.status).toBe('succeeded');
  });

  locally('is paid when the payer pays', async () => {
    const session = await paying();
    await complete(session.id, { card: '4242424242424242', email: 'payer@example.org' });
    const done = await contract.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect(done).toMatchObject({ status: 'complete', payment_status: 'paid', customer_details: { email: 'payer@example.org' } });
    expect(done.payment_intent).toMatchObject({ status: 'succeeded', amount: 5000, metadata: { wgt_pledge: 'p2' } });
  });

  locally('stays open through declines: one intent, several charges', async () => {
    const session = await paying();
    for (const card of ['4000000000000002', '4000000000009995']) await refusal(complete(session.id, { card }));
    expect(await contract.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: 'open' });
    await complete(session.id, { card: '4242424242424242' });
    const done = await contract.stripe.checkout.sessions.retrieve(session.id);
    const charges = await contract.stripe.charges.list({ payment_intent: done.payment_intent as string });
    expect(charges.data.map((c) => c.status)).toEqual(['succeeded', 'failed', 'failed']);
  });

  locally('cannot be expired once paid, nor its intent cancelled while it is open', async () => {
    const session = await paying();
    await refusal(complete(session.id, { card: '4000000000000002' }));
    const open = await contract.stripe.checkout.sessions.retrieve(session.id);
    expect(await refusal(contract.stripe.paymentIntents.cancel(open.payment_intent as string))).toMatchObject({ statusCode: 400 });
    await complete(session.id, { card: '4242424242424242' });
    expect(await refusal(contract.stripe.checkout.sessions.expire(session.id))).toMatchObject({ statusCode: 400 });
  });

  locally('by Direct Debit is complete before it is paid', async () => {
    const session = await paying({ allowed_payment_method_types: ['card', 'bacs_debit'], customer: await contract.customer() });
    await complete(session.id, { bacs_debit: { account_number: '00012345', sort_code: '10-88-00' } });
    const done = await contract.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect(done).toMatchObject({ status: 'complete', payment_status: 'unpaid', payment_intent: { status: 'processing' } });
    await contract.advance(12 * 86_400_000);
    expect(await contract.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: 'paid' });
    const types = (await contract.stripe.events.list({ types: ['checkout.session.async_payment_succeeded', 'mandate.updated'] })).data.map(
      (e) => e.type,
    );
    expect(types).toEqual(expect.arrayContaining(['checkout.session.async_payment_succeeded', 'mandate.updated']));
  });

  it('can be changed in its metadata and found by customer', async () => {
    const session = await saving();
    await contract.stripe.checkout.sessions.update(session.id, { metadata: { note: 'x' } });
    const list = await contract.stripe.checkout.sessions.list({ customer: session.customer as string });
    expect(list.data.map((s) => s.metadata)).toEqual([{ note: 'x' }]);
  });

  it('takes a price from the catalogue', async () => {
    const product = await contract.stripe.products.create({ name: 'Ticket' });
    const price = await contract.stripe.prices.create({ product: product.id, currency: 'gbp', unit_amount: 1200 });
    const session = await paying({ line_items: [{ price: price.id, quantity: 3 }] });
    expect(session.amount_total).toBe(3600);
  });
});
