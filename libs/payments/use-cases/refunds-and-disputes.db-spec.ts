import { newId } from '#kernel';
import { CampaignWorld, type LiveCampaign } from '../../../test/support/campaign-world.js';

const HOUR = 3_600_000;

describe('refunds and disputes (spec/stripe.md §7)', () => {
  let c: CampaignWorld;
  let campaign: LiveCampaign;
  beforeEach(async () => {
    c = await CampaignWorld.start();
    campaign = await c.campaign({ mode: 'keep' });
  });
  afterEach(async () => {
    const violations = await c.violations();
    await c.close();
    expect(violations).toEqual([]);
  });

  const paid = async (card?: string, amount = 5_000) => {
    const pledge = await c.pledge(campaign, card, { amount });
    await c.pass(1_000);
    await c.pass(2_000);
    return pledge;
  };
  let keys = 0;
  const refund = (pledgeId: string, amount: number) =>
    c.world
      .http()
      .post(`/api/v1/events/${campaign.slug}/pledges/${pledgeId}/refund`)
      .set(campaign.treasurer)
      .set('idempotency-key', `refund-${(keys += 1)}-00`)
      .send({ amount: { amount, currency: 'GBP' }, reason: 'asked for by the backer' });

  it('21 refund_partial_then_full: never more than was paid (REF-1)', async () => {
    const pledge = await paid();
    await refund(pledge.id, 2_000).expect(201);
    await c.settle();
    expect(await c.stateOf(pledge.id)).toBe('partly_refunded');
    await refund(pledge.id, 3_000).expect(201);
    await c.settle();
    expect((await refund(pledge.id, 1)).body).toMatchObject({ code: 'REFUND_TOO_LARGE' });
    await c.pass(HOUR);
    expect(await c.stateOf(pledge.id)).toBe('refunded');
    expect(await c.balances(campaign.eventId)).toEqual({
      'Assets:Stripe:Balance': -95,
      'Expenses:Fees:StripeProcessing': 95,
      'Income:Pledges:Individuals': -5_000,
      'Income:Pledges:Refunded': 5_000,
    });
  });

  it('two equal refunds are two, and two treasurers at once cannot give more than there is (REF-1, REF-2)', async () => {
    const pledge = await paid();
    const answers = await Promise.all([refund(pledge.id, 2_500), refund(pledge.id, 2_500), refund(pledge.id, 2_500)]);
    expect(answers.map((a) => a.status).sort()).toEqual([201, 201, 409]);
    await c.settle();
    await c.pass(HOUR);
    expect(c.stripe.sim.refunds.rows.map((r) => r.amount)).toEqual([2_500, 2_500]);
  });

  it('above the limit another treasurer approves; the same person may not', async () => {
    const pledge = await paid('4242424242424242', 20_000);
    const asked = await refund(pledge.id, 15_000).expect(201);
    const { refundId, waits } = asked.body as { refundId: string; waits: boolean };
    expect(waits).toBe(true);
    const approve = (who: { authorization: string }) =>
      c.world
        .http()
        .post(`/api/v1/events/${campaign.slug}/refunds/${refundId}/approve`)
        .set({ ...who, 'idempotency-key': newId() });
    expect((await approve(campaign.treasurer)).body).toMatchObject({ code: 'REFUND_TWO_PEOPLE' });
    await c.settle();
    expect(c.stripe.sim.refunds.rows).toHaveLength(0);
    await approve(campaign.treasurer2).expect(200);
    await c.settle();
    expect(await c.stateOf(pledge.id)).toBe('partly_refunded');
  });

  it('22 refund_fails_later: what the card did not take is owed, and expected at the bank (REF-5)', async () => {
    // Stripe keeps its fee: without another gift to bear it, what is owed would be more than what is there (JRN-8).
    await paid();
    const pledge = await paid('4000000000005126', 2_000);
    await refund(pledge.id, 2_000).expect(201);
    await c.settle();
    await c.pass(HOUR);
    await c.pass(HOUR);
    expect(await c.stateOf(pledge.id)).toBe('refund_failed');
    expect((await c.balances(campaign.eventId))['Liabilities:RefundsPending']).toBe(-2_000);
    const expected = await c.world.database.one('select kind, direction, amount_minor from ledger.open_item');
    expect(expected).toEqual({ kind: 'refund', direction: 'out', amount_minor: 2_000n });
  });

  it('24 dispute_lost: the gift is gone, with the fee that was charged for it (DIS-1)', async () => {
    const pledge = await paid('4000000000000259');
    await c.pass(10_000);
    await c.pass(HOUR);
    expect(await c.stateOf(pledge.id)).toBe('disputed');
    expect((await refund(pledge.id, 100)).body).toMatchObject({ code: 'REFUND_WHILE_DISPUTED' });
    for (let day = 0; day < 12; day += 1) await c.pass(48 * HOUR);
    expect(await c.stateOf(pledge.id)).toBe('charged_back');
    expect(await c.balances(campaign.eventId)).toMatchObject({
      'Expenses:Fees:StripeDisputes': 2_000,
      'Expenses:Fees:StripeProcessing': 95,
      'Income:Pledges:ChargedBack': 5_000,
      'Income:Pledges:Individuals': -5_000,
    });
  });

  it('25 dispute_won: the gift comes back, the fee does not', async () => {
    const pledge = await paid('4000000000000259');
    await c.pass(10_000);
    const { id } = c.stripe.sim.disputes.rows[0]!;
    await fetch(`${c.stripe.url}/v1/disputes/${id}`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer sk_test_campaigns',
        'content-type': 'application/x-www-form-urlencoded',
        'idempotency-key': `evidence-${id}`,
        'stripe-version': '2026-10-28.endive',
      },
      body: 'evidence[uncategorized_text]=winning_evidence&submit=true',
    });
    await c.pass(HOUR);
    await c.pass(HOUR);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    const balances = await c.balances(campaign.eventId);
    expect(balances).toEqual({
      'Assets:Stripe:Balance': 2_905,
      'Expenses:Fees:StripeDisputes': 2_000,
      'Expenses:Fees:StripeProcessing': 95,
      'Income:Pledges:Individuals': -5_000,
    });
  });

  it('26 inquiry_closed: a question of the bank moves no money and no pledge', async () => {
    const pledge = await paid('4000000000001976');
    await c.pass(10_000);
    await c.pass(HOUR);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual({
      'Assets:Stripe:Balance': 4_905,
      'Expenses:Fees:StripeProcessing': 95,
      'Income:Pledges:Individuals': -5_000,
    });
  });
});
