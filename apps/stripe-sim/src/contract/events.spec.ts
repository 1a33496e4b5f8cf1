import { Contract, DAY, locally, refusal } from './harness.js';
import { Inbox } from './inbox.js';

const contract = new Contract();

describe('Webhook endpoints', () => {
  it('show their secret once', async () => {
    const made = await contract.stripe.webhookEndpoints.create({
      url: 'https://example.org/hook',
      enabled_events: ['payment_intent.succeeded'],
      api_version: '2026-10-28.endive',
    });
    expect(made.secret).toMatch(/^whsec_/);
    expect((await contract.stripe.webhookEndpoints.retrieve(made.id)).secret).toBeUndefined();
    const changed = await contract.stripe.webhookEndpoints.update(made.id, { disabled: true, enabled_events: ['*'] });
    expect(changed).toMatchObject({ status: 'disabled', enabled_events: ['*'] });
    expect(await contract.stripe.webhookEndpoints.del(made.id)).toMatchObject({ deleted: true });
    expect(await refusal(contract.stripe.webhookEndpoints.retrieve(made.id))).toMatchObject({ statusCode: 404 });
  });

  it('take only events that exist', async () => {
    const error = await refusal(
      contract.stripe.webhookEndpoints.create({ url: 'https://example.org/hook', enabled_events: ['no.such' as never] }),
    );
    expect(error).toMatchObject({ statusCode: 400 });
  });
});

describe('Events', () => {
  const inbox = new Inbox();
  let secret = '';

  beforeEach(async () => {
    inbox.letters.length = 0;
    inbox.status = 200;
    if (secret) return;
    const url = await inbox.open();
    const endpoint = await contract.stripe.webhookEndpoints.create({
      url,
      enabled_events: ['customer.created', 'payment_intent.succeeded'],
    });
    secret = endpoint.secret!;
  });

  afterAll(() => inbox.close());

  it('are kept, newest first, with what they are about', async () => {
    const { id } = await contract.stripe.customers.create({ name: 'Ada' });
    await contract.stripe.customers.update(id, { name: 'Grace' });
    const [changed, made] = (await contract.stripe.events.list({ types: ['customer.created', 'customer.updated'], limit: 2 })).data;
    expect(made).toMatchObject({ type: 'customer.created', api_version: '2026-10-28.endive', data: { object: { id, name: 'Ada' } } });
    expect(changed).toMatchObject({ type: 'customer.updated', data: { object: { name: 'Grace' }, previous_attributes: { name: 'Ada' } } });
    expect(made!.request?.idempotency_key).toBeTruthy();
    expect(await contract.stripe.events.retrieve(made!.id)).toMatchObject({ id: made!.id });
  });

  locally('are delivered, signed, to those who asked for them', async () => {
    await contract.stripe.customers.create({ name: 'Ada' });
    await contract.pay(2000);
    await contract.command('POST', 'webhooks/settle');
    expect(inbox.types).toEqual(['customer.created', 'payment_intent.succeeded']);
    const { body, signature } = inbox.letters[0]!;
    const event = contract.stripe.webhooks.constructEvent(body, signature, secret, 300, undefined, contract.now() * 1000);
    expect(event.data.object).toMatchObject({ name: 'Ada' });
  });

  locally('are delivered again on the clock until they are taken', async () => {
    inbox.status = 500;
    const { id } = await contract.stripe.customers.create({ name: 'Ada' });
    await contract.command('POST', 'webhooks/settle');
    const missed = await contract.stripe.events.list({ delivery_success: false });
    expect(missed.data.map((e) => (e.data.object as { id: string }).id)).toEqual([id]);
    await contract.advance(70_000);
    expect(inbox.types).toEqual([]);
    inbox.status = 200;
    await contract.advance(6 * 60_000);
    expect(inbox.types).toEqual(['customer.created']);
    expect((await contract.stripe.events.list({ delivery_success: false })).data).toEqual([]);
  });

  locally('are given up after three days, and stay on the list of the undelivered', async () => {
    inbox.status = 500;
    await contract.stripe.customers.create({ name: 'Ada' });
    await contract.advance(5 * DAY);
    const pending = await contract.command<{ data: { state: string; attempts: number }[] }>('GET', 'webhooks/pending');
    expect(pending.data).toEqual([expect.objectContaining({ state: 'failed' })]);
    expect(pending.data[0]!.attempts).toBeGreaterThan(8);
    expect((await contract.stripe.events.list({ delivery_success: false })).data).toHaveLength(1);
    inbox.status = 200;
    await contract.command('POST', 'webhooks/deliver', {});
    expect(inbox.types).toEqual(['customer.created']);
  });

  locally('wait to be told in held mode, and go out in the order told', async () => {
    await contract.command('POST', 'webhooks/mode', { mode: 'held' });
    const made = [await contract.stripe.customers.create({ name: 'A' }), await contract.stripe.customers.create({ name: 'B' })];
    const { data } = await contract.command<{ data: { id: string }[] }>('GET', 'webhooks/pending');
    expect(inbox.types).toEqual([]);
    await contract.command('POST', 'webhooks/deliver', { ids: data.map((d) => d.id).reverse() });
    const seen = inbox.letters.map((l) => (JSON.parse(l.body) as { data: { object: { id: string } } }).data.object.id);
    expect(seen).toEqual(made.map((c) => c.id).reverse());
    await contract.command('POST', 'webhooks/mode', { mode: 'auto' });
  });

  locally('can be sent again by hand', async () => {
    await contract.stripe.customers.create({ name: 'Ada' });
    await contract.command('POST', 'webhooks/settle');
    await contract.command('POST', `events/${inbox.ids[0]}/redeliver`);
    await contract.command('POST', 'webhooks/settle');
    expect(inbox.ids[1]).toBe(inbox.ids[0]);
  });

  locally('are forgotten after thirty days', async () => {
    const [event] = (await contract.stripe.events.list({ limit: 1 })).data;
    await contract.advance(31 * DAY);
    expect(await refusal(contract.stripe.events.retrieve(event!.id))).toMatchObject({ statusCode: 404 });
  });
});
