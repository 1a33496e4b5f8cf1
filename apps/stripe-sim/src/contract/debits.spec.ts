import type { Stripe } from 'stripe';
import { Contract, DAY, locally, refusal } from './harness.js';

const contract = new Contract();
const acceptance = { customer_acceptance: { type: 'online' as const, online: { ip_address: '127.0.0.1', user_agent: 'test' } } };

async function saved(account: string): Promise<{ customer: string; method: string; mandate: string }> {
  const customer = await contract.customer();
  const intent = await contract.stripe.setupIntents.create({
    customer,
    allowed_payment_method_types: ['bacs_debit'],
    payment_method_data: {
      type: 'bacs_debit',
      bacs_debit: { account_number: account, sort_code: '108800' },
      billing_details: {
        name: 'Ada',
        email: 'ada@example.org',
        address: { line1: '1 Road', city: 'London', postal_code: 'EC1A 1AA', country: 'GB' },
      },
    },
    confirm: true,
    mandate_data: acceptance,
  });
  return { customer, method: intent.payment_method as string, mandate: intent.mandate as string };
}

const debit = (from: { customer: string; method: string; mandate: string }): Promise<Stripe.PaymentIntent> =>
  contract.stripe.paymentIntents.create({
    amount: 2000,
    currency: 'gbp',
    customer: from.customer,
    payment_method: from.method,
    mandate: from.mandate,
    allowed_payment_method_types: ['bacs_debit'],
    off_session: true,
    confirm: true,
  });

describe('Direct Debit', () => {
  locally('gets its mandate the next day', async () => {
    const account = await saved('00012345');
    expect(await contract.stripe.mandates.retrieve(account.mandate)).toMatchObject({ status: 'pending', payment_method: account.method });
    await contract.advance(DAY + 1000);
    expect(await contract.stripe.mandates.retrieve(account.mandate)).toMatchObject({ status: 'active' });
  });

  locally('is processing for days, and posts its money when it succeeds', async () => {
    const account = await saved('00012345');
    await contract.advance(2 * DAY);
    const paid = await debit(account);
    expect(paid.status).toBe('processing');
    await contract.advance(10 * DAY);
    const done = await contract.stripe.paymentIntents.retrieve(paid.id, { expand: ['latest_charge.balance_transaction'] });
    expect(done).toMatchObject({ status: 'succeeded', latest_charge: { status: 'succeeded', balance_transaction: { type: 'payment' } } });
    expect((done.latest_charge as Stripe.Charge).id).toMatch(/^py_/);
  });

  locally('fails days later', async () => {
    const account = await saved('00012355');
    const paid = await debit(account);
    await contract.advance(15 * DAY);
    const done = await contract.stripe.paymentIntents.retrieve(paid.id);
    expect(done).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code: 'insufficient_funds' } });
  });

  locally('can be taken back after it succeeded: a dispute that cannot be answered', async () => {
    const account = await saved('00012356');
    const paid = await debit(account);
    await contract.advance(20 * DAY);
    const [dispute] = (await contract.stripe.disputes.list({ payment_intent: paid.id })).data;
    expect(dispute).toMatchObject({ status: 'lost', evidence_details: { due_by: 0 } });
  });

  locally('is told what becomes of it by command', async () => {
    const paid = await debit(await saved('00012345'));
    await contract.command('POST', `bacs/${paid.id}/fail`);
    expect(await contract.stripe.paymentIntents.retrieve(paid.id)).toMatchObject({ status: 'requires_payment_method' });
  });

  locally('with a mandate that was withdrawn is refused', async () => {
    const account = await saved('00012345');
    await contract.command('POST', `mandates/${account.mandate}/inactive`);
    expect(await refusal(debit(account))).toMatchObject({ statusCode: 400, param: 'mandate' });
  });

  it('refuses a sort code that is not one of the test ones', async () => {
    const error = await refusal(
      contract.stripe.paymentMethods.create({ type: 'bacs_debit', bacs_debit: { account_number: '00012345', sort_code: '200000' } }),
    );
    expect(error).toMatchObject({ statusCode: 400, param: 'bacs_debit[sort_code]' });
  });
});
