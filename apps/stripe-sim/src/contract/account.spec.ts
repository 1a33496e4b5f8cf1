import { Contract, locally, refusal } from './harness.js';

const contract = new Contract();

describe('The account, its catalogue and the test helpers', () => {
  it('says who it is', async () => {
    const account = await contract.stripe.accounts.retrieveCurrent();
    expect(account.object).toBe('account');
  });

  it('keeps products and prices', async () => {
    const product = await contract.stripe.products.create({ name: 'Ticket', description: 'One seat' });
    const price = await contract.stripe.prices.create({ product: product.id, currency: 'gbp', unit_amount: 1200, nickname: 'early' });
    expect(price).toMatchObject({ type: 'one_time', unit_amount: 1200, nickname: 'early' });
    expect(await contract.stripe.prices.update(price.id, { active: false })).toMatchObject({ active: false });
    expect((await contract.stripe.prices.list({ product: product.id })).data).toHaveLength(1);
    expect(await contract.stripe.products.update(product.id, { name: 'Seat' })).toMatchObject({ name: 'Seat' });
    expect(await refusal(contract.stripe.products.del(product.id))).toMatchObject({ statusCode: 400 });
  });

  it('expands what a price is for', async () => {
    const price = await contract.stripe.prices.create({
      product_data: { name: 'Poster' },
      currency: 'gbp',
      unit_amount: 500,
      expand: ['product'],
    });
    expect(price.product).toMatchObject({ object: 'product', name: 'Poster' });
  });

  locally('takes a bank transfer into a customer’s cash balance', async () => {
    const customer = await contract.customer();
    await contract.stripe.testHelpers.customers.fundCashBalance(customer, { amount: 5000, currency: 'gbp', reference: 'WGT-1' });
    const balance = await contract.stripe.customers.retrieveCashBalance(customer);
    expect(balance.available).toEqual({ gbp: 5000 });
    const [line] = (await contract.stripe.customers.listCashBalanceTransactions(customer)).data;
    expect(line).toMatchObject({ type: 'funded', net_amount: 5000, ending_balance: 5000 });
    expect(await contract.stripe.customers.retrieveCashBalanceTransaction(customer, line!.id)).toMatchObject({ id: line!.id });
  });

  locally('tells where to send a bank transfer', async () => {
    const customer = await contract.customer();
    const told = await contract.stripe.customers.createFundingInstructions(customer, {
      currency: 'gbp',
      funding_type: 'bank_transfer',
      bank_transfer: { type: 'gb_bank_transfer' },
    });
    expect(told).toMatchObject({ object: 'funding_instructions', currency: 'gbp' });
  });

  locally('moves its one clock when a test clock is advanced', async () => {
    const clock = await contract.stripe.testHelpers.testClocks.create({ frozen_time: contract.now() });
    await contract.stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: contract.now() + 3600 });
    expect(await contract.stripe.testHelpers.testClocks.retrieve(clock.id)).toMatchObject({ status: 'ready', frozen_time: contract.now() });
    expect(await contract.stripe.testHelpers.testClocks.del(clock.id)).toMatchObject({ deleted: true });
  });
});
