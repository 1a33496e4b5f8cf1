import { Contract, refusal } from './harness.js';

const contract = new Contract();
const noRedirects = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const } };

describe('Saving a card for later', () => {
  it('goes from needing a method to succeeded, and attaches it', async () => {
    const customer = await contract.customer();
    const intent = await contract.stripe.setupIntents.create({ customer, usage: 'off_session', ...noRedirects });
    expect(intent.status).toBe('requires_payment_method');
    const done = await contract.stripe.setupIntents.confirm(intent.id, { payment_method: 'pm_card_visa', expand: ['payment_method'] });
    expect(done).toMatchObject({ status: 'succeeded', usage: 'off_session', payment_method: { customer } });
  });

  it('asks for authentication where the card wants it', async () => {
    const customer = await contract.customer();
    const intent = await contract.stripe.setupIntents.create({
      customer,
      payment_method: 'pm_card_authenticationRequiredOnSetup',
      confirm: true,
      return_url: 'https://example.org/back',
    });
    expect(intent).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
  });

  it('fails with the card’s own reason', async () => {
    const customer = await contract.customer();
    const error = await refusal(
      contract.stripe.setupIntents.create({ customer, payment_method: 'pm_card_visa_chargeDeclined', confirm: true, ...noRedirects }),
    );
    expect(error).toMatchObject({ type: 'StripeCardError', code: 'card_declined', setup_intent: { status: 'requires_payment_method' } });
  });

  it('can be cancelled while open, and not afterwards', async () => {
    const intent = await contract.stripe.setupIntents.create(noRedirects);
    const gone = await contract.stripe.setupIntents.cancel(intent.id, { cancellation_reason: 'abandoned' });
    expect(gone).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
    expect(await refusal(contract.stripe.setupIntents.cancel(intent.id))).toMatchObject({
      statusCode: 400,
      code: 'setup_intent_unexpected_state',
    });
  });

  it('lists its attempts', async () => {
    const customer = await contract.customer();
    const intent = await contract.stripe.setupIntents.create({ customer, payment_method: 'pm_card_visa', confirm: true, ...noRedirects });
    const attempts = await contract.stripe.setupAttempts.list({ setup_intent: intent.id });
    expect(attempts.data[0]).toMatchObject({ status: 'succeeded', setup_intent: intent.id });
  });

  it('saves the card that declines only later', async () => {
    const customer = await contract.customer();
    const payment_method = await contract.savedCard(customer, 'pm_card_chargeCustomerFail');
    const error = await refusal(
      contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp', customer, payment_method, off_session: true, confirm: true }),
    );
    expect(error).toMatchObject({ code: 'card_declined', payment_intent: { status: 'requires_payment_method' } });
  });
});
