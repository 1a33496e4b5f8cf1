import type { Stripe } from 'stripe';
import { Contract } from '../contract/harness.js';
import { Inbox } from '../contract/inbox.js';

const contract = new Contract({}, 'simulator');
const urls = { success_url: 'https://example.org/done?s={CHECKOUT_SESSION_ID}', cancel_url: 'https://example.org/back' };

const session = (more: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  contract.stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [{ price_data: { currency: 'gbp', unit_amount: 2500, product_data: { name: 'Supper <b>&' } }, quantity: 2 }],
    ...urls,
    ...more,
  });

const get = (url: string, language = 'en') => fetch(url, { headers: { 'accept-language': language }, redirect: 'manual' });
const send = (url: string, form: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });

describe('The hosted page', () => {
  it('shows what is bought, escaped, and says that it is simulated', async () => {
    const html = await (await get((await session()).url!)).text();
    expect(html).toContain('SIMULATED');
    expect(html).toContain('£50.00');
    expect(html).toContain('Supper &lt;b&gt;&amp;');
    expect(html).not.toMatch(/<script/i);
    expect(html).toMatch(/<html lang="en">/);
  });

  it('has a label for every field it shows', async () => {
    const html = await (await get((await session()).url!)).text();
    const fields = [...html.matchAll(/<input id="([^"]+)"/g)].map((m) => m[1]);
    const labels = [...html.matchAll(/<label for="([^"]+)"/g)].map((m) => m[1]);
    expect(fields.length).toBeGreaterThan(3);
    expect(labels).toEqual(fields);
  });

  it('speaks French to those who ask, or when the session says so', async () => {
    expect(await (await get((await session()).url!, 'fr-FR,fr;q=0.9')).text()).toContain('<html lang="fr">');
    expect(await (await get((await session({ locale: 'fr' })).url!)).text()).toContain('Numéro de carte');
  });

  it('takes the payment and sends the payer back', async () => {
    const { id, url } = await session();
    const response = await send(url!, {
      number: '4242 4242 4242 4242',
      expiry: '12/34',
      cvc: '123',
      email: 'ada@example.org',
      name: 'Ada',
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`https://example.org/done?s=${id}`);
    expect(await (await get(`${contract.sim.url}/c/pay/${id}`)).text()).toContain('has been completed');
  });

  it.each([
    [{ number: '4000000000000002' }, 402, 'Your card was declined'],
    [{ number: '1234' }, 402, 'card number is incorrect'],
    [{ number: '4242424242424242', expiry: '01/20' }, 402, 'expiration year'],
    [{ number: '' }, 422, 'Missing required param'],
  ])('keeps the payer when the bank says no: %p', async (form, status, words) => {
    const { id, url } = await session();
    const response = await send(url!, form as Record<string, string>);
    expect(response.status).toBe(status);
    const html = await response.text();
    expect(html).toContain('role="alert"');
    expect(html.replaceAll('&#39;', "'")).toContain(words);
    expect(await contract.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'open' });
  });

  it('passes by the bank’s page when the card wants it', async () => {
    const { id, url } = await session();
    const bank = (await send(url!, { number: '4000002760003184', email: 'ada@example.org' })).headers.get('location')!;
    expect(await (await get(bank)).text()).toContain('£50.00');
    const failed = await send(bank, { outcome: 'fail' });
    expect(failed.headers.get('location')).toContain(`/c/pay/${id}?error=authentication`);
    expect(await (await get(new URL(failed.headers.get('location')!, bank).href)).text()).toContain('could not make sure');
    const again = (await send(url!, { number: '4000002760003184' })).headers.get('location')!;
    expect((await send(again, { outcome: 'complete' })).headers.get('location')).toBe(`https://example.org/done?s=${id}`);
    const done = await contract.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
    const charge = (done.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge;
    expect(charge.payment_method_details?.card?.three_d_secure).toMatchObject({ result: 'authenticated' });
  });

  it('can be closed and unknown', async () => {
    const { id } = await session();
    await contract.stripe.checkout.sessions.expire(id);
    expect((await get(`${contract.sim.url}/c/pay/${id}`)).status).toBe(410);
    expect((await get(`${contract.sim.url}/c/pay/cs_nothing`)).status).toBe(404);
    expect((await get(`${contract.sim.url}/c/3ds/pi_nothing`)).status).toBe(404);
    expect((await send(`${contract.sim.url}/c/pay/${id}`, { number: '4242424242424242' })).status).toBe(410);
  });

  it('completes without a browser', async () => {
    const { id } = await session();
    const confirm = (form: Record<string, string>) => send(`${contract.sim.url}/v1/payment_pages/${id}/confirm`, form);
    expect((await confirm({ payment_method: 'pm_card_visa_chargeDeclined' })).status).toBe(402);
    expect((await confirm({ payment_method: 'pm_card_visa' })).status).toBe(200);
    expect(await contract.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'complete' });
  });

  it.each([
    ['before', 1],
    ['after', 0],
  ])('lets the webhook arrive %s the redirect', async (redirect, arrived) => {
    const inbox = new Inbox();
    await contract.stripe.webhookEndpoints.create({ url: await inbox.open(), enabled_events: ['checkout.session.completed'] });
    await contract.command('POST', 'config', { redirect });
    const { url } = await session();
    const response = await send(url!, { number: '4242424242424242' });
    expect(response.status).toBe(303);
    expect(inbox.types).toHaveLength(arrived);
    await response.arrayBuffer();
    await contract.command('POST', 'webhooks/settle');
    expect(inbox.types).toHaveLength(1);
    inbox.close();
  });
});
