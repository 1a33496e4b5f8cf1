import { Contract } from '../contract/harness.js';
import { Inbox } from '../contract/inbox.js';

const contract = new Contract({}, 'simulator');
const settle = () => contract.command('POST', 'webhooks/settle');
let inbox: Inbox;

beforeEach(async () => {
  await contract.command('POST', 'reset', {});
  await contract.command('DELETE', 'faults');
  inbox = new Inbox();
  await contract.stripe.webhookEndpoints.create({ url: await inbox.open(), enabled_events: ['*'] });
});
afterEach(() => inbox.close());

describe('What is said to be undelivered', () => {
  const undelivered = async () => (await contract.stripe.events.list({ delivery_success: false })).data.map((e) => e.id);

  it('is so until every copy was taken', async () => {
    const other = new Inbox();
    const { id } = await contract.stripe.webhookEndpoints.create({ url: await other.open(), enabled_events: ['customer.created'] });
    await contract.command('POST', 'webhooks/mode', { mode: 'held' });
    await contract.stripe.customers.create({});
    await contract.command('POST', 'webhooks/duplicate', {});
    const { data } = await contract.command<{ data: { id: string; endpoint: string }[] }>('GET', 'webhooks/pending');
    await contract.command('POST', 'webhooks/deliver', { ids: data.filter((d) => d.endpoint !== id).map((d) => d.id) });
    expect(inbox.letters).toHaveLength(2);
    expect(other.letters).toHaveLength(0);
    expect(await undelivered()).toHaveLength(1);
    await contract.command('POST', 'webhooks/deliver', {});
    expect(await undelivered()).toEqual([]);
    await contract.command('POST', 'webhooks/mode', { mode: 'auto' });
    other.close();
  });

  it('is no longer so when it was sent again by hand', async () => {
    await contract.command('POST', 'faults', { action: 'webhook_lost', match: { type: 'customer.created', times: 1 } });
    await contract.stripe.customers.create({});
    await settle();
    const [event] = await undelivered();
    await contract.command('POST', `events/${event}/redeliver`);
    await settle();
    expect(inbox.ids).toEqual([event]);
    expect(await undelivered()).toEqual([]);
  });

  it('is forgotten by a reset, also what is on its way meanwhile', async () => {
    const slow = new Inbox();
    slow.delay = 100;
    await contract.stripe.webhookEndpoints.create({ url: await slow.open(), enabled_events: ['customer.created'] });
    await contract.stripe.customers.create({});
    await new Promise((resolve) => setTimeout(resolve, 30));
    await contract.command('POST', 'reset', {});
    await settle();
    expect((await contract.stripe.events.list()).data).toEqual([]);
    slow.close();
  });
});
