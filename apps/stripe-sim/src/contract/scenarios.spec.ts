import type { Stripe } from 'stripe';
import { Contract, DAY, refusal } from './harness.js';

const contract = new Contract({}, 'simulator');

const HOUR = 3_600_000;

beforeEach(() => contract.command('POST', 'reset', {}));

/** A pledge as a shop keeps it: a saved card and one intent, confirmed as often as it takes. */
class Pledge {
  private constructor(
    readonly customer: string,
    readonly method: string,
    readonly intent: string,
  ) {}

  static async make(card: string, amount = 2000): Promise<Pledge> {
    const customer = await contract.customer();
    const session = await contract.stripe.checkout.sessions.create({
      mode: 'setup',
      customer,
      currency: 'gbp',
      success_url: 'https://example.org/',
    });
    await contract.command('POST', `checkout/${session.id}/complete`, { card });
    const done = await contract.stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] });
    const method = (done.setup_intent as Stripe.SetupIntent).payment_method as string;
    const intent = await contract.stripe.paymentIntents.create({ amount, currency: 'gbp', customer, payment_method: method });
    return new Pledge(customer, method, intent.id);
  }

  collect(): Promise<Stripe.PaymentIntent> {
    return contract.stripe.paymentIntents.confirm(this.intent, { off_session: true, payment_method: this.method });
  }

  becomes(behaviour: string): Promise<unknown> {
    return contract.command('POST', `card/${this.method}`, { now_behaves_as: behaviour });
  }

  async charges(): Promise<string[]> {
    return (await contract.stripe.charges.list({ payment_intent: this.intent })).data.map((c) => c.status);
  }
}

const balance = async () => {
  const { available, pending } = await contract.stripe.balance.retrieve();
  return (available[0]?.amount ?? 0) + (pending[0]?.amount ?? 0);
};

describe('The story of a pledge, at Stripe’s end', () => {
  it('1: £20 saved, collected at the deadline, 50p of fee', async () => {
    const pledge = await Pledge.make('4242424242424242');
    expect((await pledge.collect()).status).toBe('succeeded');
    await contract.advance(3_000);
    expect(await balance()).toBe(1950);
  });

  it('3: declined, made good, collected by the retry: one intent, two charges', async () => {
    const pledge = await Pledge.make('4000000000000341');
    await refusal(pledge.collect());
    await pledge.becomes('success');
    await contract.advance(DAY);
    expect((await pledge.collect()).status).toBe('succeeded');
    expect(await pledge.charges()).toEqual(['succeeded', 'failed']);
  });

  it('4: no money four times in seven days, then cancelled', async () => {
    const pledge = await Pledge.make('4242424242424242');
    await pledge.becomes('insufficient_funds');
    for (let i = 0; i < 4; i++) {
      expect(await refusal(pledge.collect())).toMatchObject({ code: 'card_declined', decline_code: 'insufficient_funds' });
      await contract.advance(2 * DAY);
    }
    const gone = await contract.stripe.paymentIntents.cancel(pledge.intent, { cancellation_reason: 'abandoned' });
    expect(gone.status).toBe('canceled');
    expect(await pledge.charges()).toEqual(['failed', 'failed', 'failed', 'failed']);
    expect(await balance()).toBe(0);
  });

  it('5: a lost card says not to try again', async () => {
    const pledge = await Pledge.make('4242424242424242');
    await pledge.becomes('lost_card');
    const error = await refusal(pledge.collect());
    expect(error.raw).toMatchObject({ decline_code: 'lost_card', advice_code: 'do_not_try_again' });
  });

  it('6: authentication asked for, the old intent cancelled, the new one paid through the page', async () => {
    const pledge = await Pledge.make('4000002760003184');
    expect(await refusal(pledge.collect())).toMatchObject({ code: 'authentication_required' });
    await contract.stripe.paymentIntents.cancel(pledge.intent);
    const session = await contract.stripe.checkout.sessions.create({
      mode: 'payment',
      customer: pledge.customer,
      success_url: 'https://example.org/',
      line_items: [{ quantity: 1, price_data: { currency: 'gbp', unit_amount: 2000, product_data: { name: 'Pledge' } } }],
    });
    await contract.command('POST', `checkout/${session.id}/complete`, { card: '4000002760003184' });
    await contract.advance(3_000);
    expect(await balance()).toBe(1950);
  });

  it('12: 250 pledges, 8 % declined, 5 % turned away by rate limits', async () => {
    await contract.command('POST', 'faults', { action: 'rate_limit', match: { path: '/v1/payment_intents', every: 20 } });
    const collect = async (n: number): Promise<string> => {
      const card = n % 25 < 2 ? 'pm_card_visa_chargeDeclinedInsufficientFunds' : 'pm_card_visa';
      for (;;) {
        try {
          return (await contract.pay(2000, card)).status;
        } catch (error) {
          const { statusCode } = error as Stripe.errors.StripeError;
          if (statusCode !== 429) return String(statusCode);
        }
      }
    };
    const results: string[] = [];
    for (let n = 0; n < 250; n += 5) results.push(...(await Promise.all([0, 1, 2, 3, 4].map((i) => collect(n + i)))));
    await contract.command('DELETE', 'faults');
    await contract.advance(3_000);
    expect(results.filter((r) => r === 'succeeded')).toHaveLength(230);
    expect(await balance()).toBe(230 * 2000 - 230 * 50);
  });

  it('14: a Direct Debit is money only when it has succeeded', async () => {
    const session = await contract.stripe.checkout.sessions.create({
      mode: 'setup',
      customer: await contract.customer(),
      currency: 'gbp',
      allowed_payment_method_types: ['card', 'bacs_debit'],
      success_url: 'https://example.org/',
    });
    await contract.command('POST', `checkout/${session.id}/complete`, { bacs_debit: { account_number: '00012345', sort_code: '108800' } });
    const done = await contract.stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent.mandate'] });
    const setup = done.setup_intent as Stripe.SetupIntent;
    await contract.advance(3 * DAY);
    const paid = await contract.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'gbp',
      customer: session.customer as string,
      payment_method: setup.payment_method as string,
      mandate: (setup.mandate as Stripe.Mandate).id,
      allowed_payment_method_types: ['bacs_debit'],
      off_session: true,
      confirm: true,
    });
    expect(paid.status).toBe('processing');
    expect(await balance()).toBe(0);
    await contract.command('POST', `bacs/${paid.id}/succeed`);
    expect(await balance()).toBe(1960);
  });

  it('24 and 25: a dispute lost costs the amount and £20; won, only the £20', async () => {
    await contract.pay(5000, 'pm_card_createDispute');
    await contract.advance(20 * DAY);
    const lost = await contract.stripe.balanceTransactions.list({ limit: 100 });
    expect(lost.data.filter((t) => t.type !== 'payout').reduce((sum, t) => sum + t.net, 0)).toBe(-2095);
    await contract.command('POST', 'reset', {});
    await contract.pay(5000, 'pm_card_createDispute');
    await contract.advance(HOUR);
    const [dispute] = (await contract.stripe.disputes.list()).data;
    await contract.stripe.disputes.update(dispute!.id, { evidence: { uncategorized_text: 'winning_evidence' }, submit: true });
    await contract.advance(HOUR);
    expect(await balance()).toBe(5000 - 95 - 2000);
  });

  it('29: ten payments, a refund and a chargeback in one payout of £763.00', async () => {
    for (let i = 0; i < 10; i++) await contract.pay(10_000);
    await contract.advance(3_000);
    const [first, second] = (await contract.stripe.charges.list({ limit: 2 })).data;
    await contract.stripe.refunds.create({ charge: first!.id });
    await contract.command('POST', 'disputes', { charge: second!.id });
    await contract.advance(8 * DAY);
    const payouts = (await contract.stripe.payouts.list()).data;
    expect(payouts.map((p) => [p.amount, p.status, p.reconciliation_status])).toEqual([[76_300, 'paid', 'completed']]);
    const lines: Stripe.BalanceTransaction[] = [];
    for await (const line of contract.stripe.balanceTransactions.list({ payout: payouts[0]!.id, limit: 100 })) lines.push(line);
    expect(lines).toHaveLength(13);
    expect(lines.reduce((sum, l) => sum + l.net, 0)).toBe(0);
    expect(await balance()).toBe(0);
  });
});
