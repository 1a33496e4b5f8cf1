import { Contract, DAY, refusal } from '../contract/harness.js';
import { Inbox } from '../contract/inbox.js';

const contract = new Contract({}, 'simulator');
const inbox = new Inbox();
let open = false;

beforeEach(async () => {
  inbox.letters.length = 0;
  if (!open) await contract.stripe.webhookEndpoints.create({ url: await inbox.open(), enabled_events: ['*'] });
  open = true;
});
afterAll(() => inbox.close());

const settle = () => contract.command('POST', 'webhooks/settle');

describe('What goes wrong with the world', () => {
  it('F19: a saved card turns bad before the deadline, and good again when the bank renews it', async () => {
    const customer = await contract.customer();
    const pm = await contract.savedCard(customer);
    const charge = () =>
      contract.stripe.paymentIntents.create({
        amount: 2000,
        currency: 'gbp',
        customer,
        payment_method: pm,
        off_session: true,
        confirm: true,
      });
    await contract.command('POST', `card/${pm}`, { now_behaves_as: 'expired_card' });
    expect(await refusal(charge())).toMatchObject({ code: 'expired_card' });
    await contract.command('POST', `card/${pm}`, { now_behaves_as: 'insufficient_funds' });
    expect(await refusal(charge())).toMatchObject({ decline_code: 'insufficient_funds' });
    await contract.command('POST', `card/${pm}`, { now_behaves_as: 'authentication_required' });
    expect(await refusal(charge())).toMatchObject({ code: 'authentication_required' });
    await contract.command('POST', `card/${pm}`, { now_behaves_as: 'success', updated_by_bank: true });
    expect((await charge()).status).toBe('succeeded');
    await settle();
    expect(inbox.types).toContain('payment_method.automatically_updated');
  });

  it('F20: a reconciliation that does not come', async () => {
    await contract.command('POST', 'payouts/reconciliation', { hold: true });
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(5_000);
    await contract.command('POST', 'payouts/run', {});
    await contract.advance(DAY / 2);
    const [payout] = (await contract.stripe.payouts.list()).data;
    expect(payout!.reconciliation_status).toBe('in_progress');
    await contract.command('POST', 'payouts/reconciliation', { hold: false });
    await contract.advance(DAY / 24);
    expect(await contract.stripe.payouts.retrieve(payout!.id)).toMatchObject({ reconciliation_status: 'completed' });
  });

  it('F20: a payout that fails after it was paid', async () => {
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(5_000);
    await contract.command('POST', 'payouts/run', {});
    await contract.advance(4 * DAY);
    await contract.command('POST', 'payouts/fail', {});
    await settle();
    expect(inbox.types.filter((t) => t.startsWith('payout.')).slice(-1)).toEqual(['payout.failed']);
  });

  it('F21: the price list changes midway', async () => {
    const { fees } = await contract.command<{ fees: { classes: Record<string, { rate: number }> } }>('POST', 'config', {});
    const fee = async () => {
      await contract.pay(10_000);
      await contract.advance(3_000);
      return (await contract.stripe.balanceTransactions.list({ type: 'charge', limit: 1 })).data[0]!.fee;
    };
    expect(await fee()).toBe(170);
    const dearer = { ...fees, classes: { ...fees.classes, domestic: { rate: 300, fixed: { gbp: 30 } } } };
    await contract.command('POST', 'config', { fees: dearer });
    expect(await fee()).toBe(330);
  });
});
