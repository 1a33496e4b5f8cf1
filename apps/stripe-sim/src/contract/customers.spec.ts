import { Contract, refusal } from './harness.js';

const contract = new Contract();

describe('Customers and their payment methods', () => {
  it('keeps what it is given, and merges metadata', async () => {
    const made = await contract.stripe.customers.create({ email: 'ada@example.org', name: 'Ada', metadata: { a: '1', b: '2' } });
    const changed = await contract.stripe.customers.update(made.id, { name: 'Ada L', metadata: { a: '', c: '3' } });
    expect(changed).toMatchObject({ email: 'ada@example.org', name: 'Ada L', metadata: { b: '2', c: '3' } });
  });

  it('deletes to a stub', async () => {
    const { id } = await contract.stripe.customers.create({});
    expect(await contract.stripe.customers.del(id)).toMatchObject({ id, object: 'customer', deleted: true });
    expect(await contract.stripe.customers.retrieve(id)).toMatchObject({ id, deleted: true });
    expect(await refusal(contract.stripe.customers.update(id, { name: 'x' }))).toMatchObject({ statusCode: 404, code: 'resource_missing' });
  });

  it('pages from the newest, forwards and back', async () => {
    const email = `pages-${Math.floor(Math.random() * 1e9)}@example.org`;
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift((await contract.stripe.customers.create({ email })).id);
    const first = await contract.stripe.customers.list({ email, limit: 2 });
    expect(first.data.map((c) => c.id)).toEqual(ids.slice(0, 2));
    expect(first.has_more).toBe(true);
    const next = await contract.stripe.customers.list({ email, limit: 3, starting_after: ids[1]! });
    expect(next).toMatchObject({ has_more: false });
    expect(next.data.map((c) => c.id)).toEqual(ids.slice(2));
    const back = await contract.stripe.customers.list({ email, limit: 2, ending_before: ids[4]! });
    expect(back.data.map((c) => c.id)).toEqual(ids.slice(2, 4));
  });

  it('walks all pages by itself', async () => {
    const email = `auto-${Math.floor(Math.random() * 1e9)}@example.org`;
    for (let i = 0; i < 7; i++) await contract.stripe.customers.create({ email });
    const seen: string[] = [];
    for await (const c of contract.stripe.customers.list({ email, limit: 3 })) seen.push(c.id);
    expect(new Set(seen).size).toBe(7);
  });

  it('attaches, lists and detaches a payment method, which then may not be used again', async () => {
    const customer = await contract.customer();
    const pm = await contract.stripe.paymentMethods.attach('pm_card_visa', { customer });
    expect(pm).toMatchObject({ customer, type: 'card', card: { brand: 'visa', last4: '4242' } });
    expect((await contract.stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1);
    expect((await contract.stripe.paymentMethods.detach(pm.id)).customer).toBeNull();
    const error = await refusal(contract.stripe.paymentMethods.attach(pm.id, { customer }));
    expect(error).toMatchObject({ statusCode: 400 });
  });

  it('copies a magic payment method each time it is used', async () => {
    const customer = await contract.customer();
    const one = await contract.stripe.paymentMethods.attach('pm_card_mastercard', { customer });
    const two = await contract.stripe.paymentMethods.attach('pm_card_mastercard', { customer });
    expect(one.id).not.toBe(two.id);
    expect(one.card?.fingerprint).toBe(two.card?.fingerprint);
  });

  it('makes a card from a token', async () => {
    const pm = await contract.stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' }, billing_details: { name: 'Ada' } });
    expect(pm).toMatchObject({ object: 'payment_method', billing_details: { name: 'Ada' }, customer: null });
  });

  it('does not attach a card that declines', async () => {
    const customer = await contract.customer();
    const error = await refusal(contract.stripe.paymentMethods.attach('pm_card_visa_chargeDeclined', { customer }));
    expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code: 'card_declined' });
  });

  it('saves a payment method and makes it the default in one breath', async () => {
    const { id } = await contract.stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
    const made = await contract.stripe.customers.create({ payment_method: id, invoice_settings: { default_payment_method: id } });
    expect(made.invoice_settings.default_payment_method).toBe(id);
    expect(await contract.stripe.paymentMethods.retrieve(id)).toMatchObject({ customer: made.id });
  });

  it('makes a payment method the default of its customer only', async () => {
    const [ada, grace] = [await contract.customer(), await contract.customer()];
    const pm = await contract.stripe.paymentMethods.attach('pm_card_visa', { customer: ada });
    const changed = await contract.stripe.customers.update(ada, { invoice_settings: { default_payment_method: pm.id } });
    expect(changed.invoice_settings.default_payment_method).toBe(pm.id);
    const error = await refusal(contract.stripe.customers.update(grace, { invoice_settings: { default_payment_method: pm.id } }));
    expect(error).toMatchObject({ code: 'resource_missing' });
  });
});
