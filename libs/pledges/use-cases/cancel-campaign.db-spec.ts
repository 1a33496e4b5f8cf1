import { newId } from '#kernel';
import { CampaignWorld, type LiveCampaign } from '../../../test/support/campaign-world.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOTHING = { promised: 0n, income: 0n, owed: 0n };

describe('a campaign that is called off', () => {
  let c: CampaignWorld;
  beforeEach(async () => (c = await CampaignWorld.start()));
  afterEach(async () => {
    const violations = await c.violations();
    await c.close();
    expect(violations).toEqual([]);
  });

  const cancel = async (campaign: LiveCampaign) => {
    const before = await rows();
    const path = `/api/v1/events/${campaign.slug}/campaigns/${campaign.id}/cancel`;
    await c.world.http().post(path).set(campaign.treasurer).send({ reason: 'The hall burnt down' }).expect(200);
    await c.settle();
    const after = await rows();
    for (const [table, count] of Object.entries(before)) expect([table, after[table]! >= count]).toEqual([table, true]);
  };
  const waiting = async (campaign: LiveCampaign) => {
    const answer = await c.world.http().get(`/api/v1/events/${campaign.slug}/refunds`).set(campaign.treasurer2).expect(200);
    return (answer.body as { items: { id: string; pledgeId: string; amount: { amount: number }; reason: string }[] }).items;
  };
  const approve = (campaign: LiveCampaign, id: string, who: { authorization: string }) =>
    c.world
      .http()
      .post(`/api/v1/events/${campaign.slug}/refunds/${id}/approve`)
      .set({ ...who, 'idempotency-key': newId() });
  const rows = () =>
    c.world.database.one<Record<string, number>>(
      `select (select count(*)::int from pledges.pledge) as pledges, (select count(*)::int from ledger.journal_entry) as entries, (select count(*)::int from ledger.journal_line) as lines,
         (select count(*)::int from payments.payment_intent) as payments, (select count(*)::int from payments.saved_method) as cards, (select count(*)::int from platform.fact) as facts`,
    );
  /** What stands in the event's books for this campaign's pledges. What Stripe kept as its fee is the event's own. */
  const standing = (campaign: LiveCampaign) =>
    c.world.database.one<typeof NOTHING>(
      `select coalesce(sum(debit_minor - credit_minor) filter (where account = 'Equity:Memo:PledgesOutstanding'), 0)::bigint as promised,
         coalesce(sum(credit_minor - debit_minor) filter (where account like 'Income:%'), 0)::bigint as income,
         coalesce(sum(credit_minor - debit_minor) filter (where account like 'Liabilities:%'), 0)::bigint as owed from ledger.journal_line where event_id = $1`,
      [campaign.eventId],
    );
  const begun = async (campaign: LiveCampaign, amount: number) => {
    const body = { amount: { amount, currency: 'GBP' }, method: 'transfer', guest: { name: 'Bank', email: `${newId()}@bank.example` } };
    const made = await c.world
      .http()
      .post(`/api/v1/campaigns/${campaign.id}/pledges`)
      .set('idempotency-key', newId())
      .send(body)
      .expect(201);
    const { pledgeId, next } = made.body as { pledgeId: string; next: { transfer: { reference: string } } };
    return { id: pledgeId, reference: next.transfer.reference };
  };
  /** A line on the bank's statement, recognised by its reference. */
  const bank = async (campaign: LiveCampaign, reference: string, amount: string) => {
    const mapping = { separator: ',', decimalMark: '.', dateForm: 'yyyy-MM-dd', date: 'Date', amount: 'Amount', text: ['Text'] };
    const day = c.world.clock.now().toISOString().slice(0, 10);
    const csv = ['Date,Text,Amount', `${day},${reference},${amount}`, ''].join('\n');
    const path = `/api/v1/events/${campaign.slug}/books/statements`;
    const sent = { fileName: 'bank.csv', csv, mapping };
    await c.world.http().post(path).set(campaign.treasurer).set('idempotency-key', newId()).send(sent).expect(201);
    await c.settle();
  };
  const paid = async (campaign: LiveCampaign, amount: number) => {
    const pledge = await c.pledge(campaign, undefined, { amount });
    await c.pass(2_000);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    return pledge;
  };

  it('all or nothing: reverses every promise, lets saved cards go and owes what was transferred, and deletes nothing (PBG-6)', async () => {
    const campaign = await c.campaign({ goal: 9_000 });
    const [committed, draft] = [await c.pledge(campaign, undefined, { amount: 3_000 }), await c.begin(campaign)];
    const [announced, arrived] = [await begun(campaign, 1_000), await begun(campaign, 2_500)];
    await bank(campaign, arrived.reference, '25.00');
    expect(await c.stateOf(arrived.id)).toBe('received');
    expect(await standing(campaign)).toEqual({ promised: 8_500n, income: 0n, owed: 2_500n });
    const card = await c.cardOf(committed.id);

    await cancel(campaign);
    for (const { id } of [committed, draft, announced, arrived]) expect(await c.stateOf(id)).toBe('released');
    expect(await standing(campaign)).toEqual({ ...NOTHING, owed: 2_500n });
    expect(c.stripe.sim.paymentMethods.rows.filter(({ id }) => id === card)).toMatchObject([{ customer: null }]);
    expect(c.stripe.sim.charges.rows).toEqual([]);
    await bank(campaign, arrived.reference, '-25.00');
    expect(await standing(campaign)).toEqual(NOTHING);
    expect(await c.balances(campaign.eventId)).toEqual({});
    const promises = await c.world.database.query<{ text: string }>(
      `select replace(source_kind, 'pledge_', '') || ' ' || count(*) as text from ledger.journal_entry where event_id = $1 and source_kind like 'pledge_%' group by source_kind order by 1`,
      [campaign.eventId],
    );
    expect(promises.map(({ text }) => text)).toEqual(['committed 4', 'released 4']);
  });

  it('keeps what it raises: asks for every payment back, each approved by a second treasurer, until nothing stands (PBG-6, REF-7)', async () => {
    const campaign = await c.campaign({ mode: 'keep' });
    const [small, large] = [await paid(campaign, 2_000), await paid(campaign, 30_000)];
    const [announced, arrived] = [await begun(campaign, 1_000), await begun(campaign, 2_500)];
    await bank(campaign, arrived.reference, '25.00');
    expect(await standing(campaign)).toEqual({ promised: 1_000n, income: 34_500n, owed: 0n });

    await cancel(campaign);
    expect(await c.stateOf(announced.id)).toBe('released');
    const asked = await waiting(campaign);
    expect(asked.map(({ pledgeId, amount, reason }) => [pledgeId, amount.amount, reason])).toEqual([
      [small.id, 2_000, 'The hall burnt down'],
      [large.id, 30_000, 'The hall burnt down'],
    ]);
    expect(c.stripe.sim.refunds.rows).toHaveLength(0);
    for (const { id } of asked) expect((await approve(campaign, id, campaign.treasurer)).body).toMatchObject({ code: 'REFUND_TWO_PEOPLE' });
    for (const { id } of asked) await approve(campaign, id, campaign.treasurer2).expect(200);
    await c.settle();
    await c.pass(HOUR);
    await bank(campaign, arrived.reference, '-25.00');
    for (const { id } of [small, large, arrived]) expect(await c.stateOf(id)).toBe('refunded');
    expect(await standing(campaign)).toEqual(NOTHING);
    const { income } = await c.world.database.one<{ income: object }>(
      `select jsonb_object_agg(account, sum) as income from (select account, sum(credit_minor - debit_minor)::int as sum from ledger.journal_line
       where event_id = $1 and account like 'Income:%' group by account) i`,
      [campaign.eventId],
    );
    expect(income).toEqual({ 'Income:Pledges:Individuals': 34_500, 'Income:Pledges:Refunded': -34_500 });
  });

  it('asks only for what has not gone back yet, and once, however often it is asked for (PBG-6)', async () => {
    const campaign = await c.campaign({ mode: 'keep' });
    const pledge = await paid(campaign, 5_000);
    const part = { amount: { amount: 2_000, currency: 'GBP' }, reason: 'asked for by the backer' };
    const path = `/api/v1/events/${campaign.slug}/pledges/${pledge.id}/refund`;
    await c.world.http().post(path).set(campaign.treasurer).set('idempotency-key', newId()).send(part).expect(201);
    await c.settle();
    await cancel(campaign);
    await c.world.unitOfWork.run((tx) =>
      tx.enqueue('return-cancelled', { eventId: campaign.eventId, pledge: pledge.id, reason: 'again', by: null }),
    );
    await c.settle();
    expect((await waiting(campaign)).map(({ amount }) => amount.amount)).toEqual([3_000]);
  });

  it('gives back by itself what somebody paid at the very moment, and ends what they had begun (PBG-6, CHG-5)', async () => {
    const campaign = await c.campaign({ mode: 'keep', tiers: [{ name: 'Last', price: 2_000, capacity: 1 }] });
    const [paying, leaving] = [await c.begin(campaign, { tierId: campaign.tiers[0]!.id }), await c.begin(campaign)];
    const visit = await c.visit(paying);
    await c.visit(leaving);
    await c.sim('webhooks/mode', { mode: 'held' });
    await c.sim(`checkout/${visit}/complete`, { card: '4242424242424242' });
    await cancel(campaign);
    await c.sim('webhooks/mode', { mode: 'auto' });
    await c.sim('webhooks/deliver', {});
    for (let hour = 0; hour < 3; hour += 1) await c.pass(HOUR);
    for (const { id } of [paying, leaving]) expect(await c.stateOf(id)).toBe('expired');
    expect(c.stripe.sim.refunds.rows.map(({ amount }) => amount)).toEqual([2_000]);
    expect(await waiting(campaign)).toEqual([]);
    expect(await standing(campaign)).toEqual(NOTHING);
  });
});
