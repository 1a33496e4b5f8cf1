import type { Stripe } from 'stripe';
import { Contract, DAY, locally, refusal } from './harness.js';

const contract = new Contract();

async function disputed(card: string): Promise<Stripe.Dispute> {
  const paid = await contract.pay(5000, card);
  await contract.advance(10_000);
  return (await contract.stripe.disputes.list({ payment_intent: paid.id })).data[0]!;
}

const net = async (id: string) =>
  (await contract.stripe.disputes.retrieve(id)).balance_transactions.map((t) => [t.type, t.reporting_category, t.net]);

describe('A dispute', () => {
  it('that nobody raised is not there', async () => {
    expect(await refusal(contract.stripe.disputes.retrieve('du_doesnotexist'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    expect(await contract.stripe.disputes.list({ limit: 1 })).toMatchObject({ object: 'list' });
  });

  locally('of the kind chargeback has taken the amount and a fee', async () => {
    const dispute = await disputed('pm_card_createDispute');
    expect(dispute).toMatchObject({
      status: 'needs_response',
      reason: 'fraudulent',
      is_charge_refundable: false,
      payment_method_details: { card: { case_type: 'chargeback' } },
    });
    expect(await net(dispute.id)).toEqual([['adjustment', 'dispute', -7000]]);
    expect(await contract.stripe.charges.retrieve(dispute.charge as string)).toMatchObject({ disputed: true });
    expect(await refusal(contract.stripe.refunds.create({ charge: dispute.charge as string }))).toMatchObject({ code: 'charge_disputed' });
  });

  locally('not answered in time is lost', async () => {
    const dispute = await disputed('pm_card_createDispute');
    await contract.advance(16 * DAY);
    expect(await contract.stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: 'lost', evidence_details: { past_due: true } });
  });

  locally('answered well is won: the amount comes back, the fee does not', async () => {
    const dispute = await disputed('pm_card_createDisputeProductNotReceived');
    const answered = await contract.stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: 'winning_evidence' },
      submit: true,
    });
    expect(answered).toMatchObject({ status: 'under_review', evidence_details: { submission_count: 1, has_evidence: true } });
    await contract.advance(2 * 60_000);
    expect(await contract.stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: 'won' });
    expect(await net(dispute.id)).toEqual([
      ['adjustment', 'dispute', -7000],
      ['adjustment', 'dispute_reversal', 5000],
    ]);
  });

  locally('answered badly is lost, and takes no second answer', async () => {
    const dispute = await disputed('pm_card_createDispute');
    await contract.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'losing_evidence' } });
    expect(await refusal(contract.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'x' } }))).toMatchObject({
      statusCode: 400,
    });
    await contract.advance(2 * 60_000);
    expect(await contract.stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: 'lost' });
  });

  locally('keeps evidence that is not submitted yet', async () => {
    const dispute = await disputed('pm_card_createDispute');
    const kept = await contract.stripe.disputes.update(dispute.id, { evidence: { customer_name: 'Ada' }, submit: false });
    expect(kept).toMatchObject({ status: 'needs_response', evidence: { customer_name: 'Ada' } });
  });

  locally('of the kind inquiry has moved no money and closes well', async () => {
    const dispute = await disputed('pm_card_createDisputeInquiry');
    expect(dispute).toMatchObject({ status: 'warning_needs_response', is_charge_refundable: true, balance_transactions: [] });
    await contract.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'losing_evidence' }, submit: true });
    await contract.advance(2 * 60_000);
    expect(await contract.stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: 'warning_closed', balance_transactions: [] });
  });

  locally('can grow from an inquiry into a chargeback', async () => {
    const dispute = await disputed('pm_card_createDisputeInquiry');
    await contract.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'escalate_inquiry_evidence' }, submit: true });
    await contract.advance(2 * 60_000);
    expect(await contract.stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: 'needs_response', is_charge_refundable: false });
    expect(await net(dispute.id)).toEqual([['adjustment', 'dispute', -7000]]);
  });

  locally('can be given up', async () => {
    const dispute = await disputed('pm_card_createDispute');
    expect(await contract.stripe.disputes.close(dispute.id)).toMatchObject({ status: 'lost' });
    expect(await refusal(contract.stripe.disputes.close(dispute.id))).toMatchObject({ statusCode: 400 });
  });

  locally('can come twice for one charge', async () => {
    const paid = await contract.pay(5000, 'pm_card_createMultipleDisputes');
    await contract.advance(10_000);
    const list = await contract.stripe.disputes.list({ payment_intent: paid.id });
    expect(list.data.map((d) => d.amount)).toEqual([2500, 2500]);
  });

  locally('tells its story in events', async () => {
    const dispute = await disputed('pm_card_createDispute');
    await contract.stripe.disputes.close(dispute.id);
    const types = (await contract.stripe.events.list({ limit: 3 })).data.map((e) => e.type);
    expect(types).toEqual(['charge.dispute.closed', 'charge.dispute.funds_withdrawn', 'charge.dispute.created']);
  });

  locally('may be foretold by an early fraud warning', async () => {
    const paid = await contract.pay(5000, 'pm_card_createIssuerFraudRecord');
    await contract.advance(10_000);
    const list = await contract.stripe.radar.earlyFraudWarnings.list({ payment_intent: paid.id });
    expect(list.data).toEqual([expect.objectContaining({ actionable: true, charge: paid.latest_charge })]);
    expect(await contract.stripe.radar.earlyFraudWarnings.retrieve(list.data[0]!.id)).toMatchObject({ payment_intent: paid.id });
  });
});
