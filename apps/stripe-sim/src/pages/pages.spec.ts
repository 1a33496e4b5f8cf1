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
    const fields = [...html.matchAll(/<input (?:type="checkbox" )?id="([^"]+)"/g)].map((m) => m[1]);
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
    [{ number: '' }, 422, 'Please fill in: Card number'],
  ])('keeps the payer when the bank says no: %p', async (form, status, words) => {
    const { id, url } = await session();
    const response = await send(url!, form as Record<string, string>);
    expect(response.status).toBe(status);
    const html = await response.text();
    expect(html).toContain('role="alert"');
    expect(html.replaceAll('&#39;', "'")).toContain(words);
    expect(await contract.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'open' });
  });

  it('tells a French payer in French why the bank said no, and which field is meant', async () => {
    const { url } = await session({ locale: 'fr' });
    const declined = (await (await send(url!, { number: '4000000000009995' })).text()).replaceAll('&#39;', "'");
    expect(declined).toContain('Votre banque a refusé : votre carte n’a pas de provision suffisante.');
    const wrong = await (await send(url!, { number: '4242424242424242', expiry: '01/20' })).text();
    expect(wrong).toMatch(/<input id="expiry"[^>]*aria-invalid="true" aria-describedby="error"/);
  });

  it('asks what the merchant wants to know, and puts the answers on the session', async () => {
    const { id, url } = await session({
      custom_fields: [
        {
          key: 'table',
          label: { custom: 'Table', type: 'custom' },
          type: 'dropdown',
          dropdown: { options: [{ label: 'Window', value: 'w' }] },
        },
        { key: 'guests', label: { custom: 'Guests', type: 'custom' }, type: 'numeric', numeric: { maximum_length: 2 } },
        { key: 'note', label: { custom: 'Note', type: 'custom' }, type: 'text', optional: true },
      ],
      phone_number_collection: { enabled: true },
      billing_address_collection: 'required',
      consent_collection: { terms_of_service: 'required', promotions: 'auto' },
    });
    const html = await (await get(url!)).text();
    for (const label of ['Table', 'Guests', 'Note (optional)', 'Phone number', 'Postcode']) expect(html).toContain(`>${label}</label>`);
    const form = {
      number: '4242424242424242',
      email: 'ada@example.org',
      name: 'Ada',
      phone: '+441632960123',
      line1: '2 High Street',
      postal_code: 'AB1 2CD',
      country: 'gb',
      terms: 'yes',
      field_table: 'w',
      field_guests: '4',
    };
    for (const [name, words] of Object.entries({
      phone: 'Phone number',
      terms: 'I agree',
      field_guests: 'Guests',
      postal_code: 'Postcode',
    })) {
      const { [name as 'phone']: _left, ...rest } = form;
      const refused = await send(url!, rest);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(`Please fill in: ${words}`);
    }
    expect((await send(url!, { ...form, field_guests: 'many' })).status).toBe(422);
    expect((await send(url!, form)).status).toBe(303);
    const done = await contract.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.payment_method'] });
    expect(done.custom_fields.map((f) => f.dropdown?.value ?? f.numeric?.value ?? f.text?.value)).toEqual(['w', '4', null]);
    expect(done).toMatchObject({
      consent: { terms_of_service: 'accepted', promotions: 'opt_out' },
      customer_details: { email: 'ada@example.org', phone: '+441632960123', address: { line1: '2 High Street', country: 'GB' } },
      payment_intent: { payment_method: { billing_details: { phone: '+441632960123', address: { postal_code: 'AB1 2CD' } } } },
    });
  });

  it('lets one press of a test card answer everything', async () => {
    const { id, url } = await session({
      custom_fields: [{ key: 'size', label: { custom: 'Size', type: 'custom' }, type: 'text', text: { minimum_length: 12 } }],
      phone_number_collection: { enabled: true },
    });
    expect((await send(url!, { number: '', field_size: '', test_card: '4242424242424242', email: 'ada@example.org' })).status).toBe(303);
    const done = await contract.stripe.checkout.sessions.retrieve(id);
    expect(done.custom_fields[0]!.text!.value).toHaveLength(12);
    expect(done.customer_details).toMatchObject({ email: 'ada@example.org', phone: expect.stringMatching(/^\+44/) as string });
  });

  it('keeps what the payer said across the bank’s page', async () => {
    const { id, url } = await session();
    const bank = (await send(url!, { number: '4000002760003184', email: 'ada@example.org', name: 'Ada' })).headers.get('location')!;
    await send(bank, { outcome: 'complete' });
    const done = await contract.stripe.checkout.sessions.retrieve(id);
    expect(done).toMatchObject({ status: 'complete', customer_details: { email: 'ada@example.org', name: 'Ada' } });
  });

  it('takes Direct Debit from the same form, and shows the mandate', async () => {
    const { id, url } = await session({ allowed_payment_method_types: ['bacs_debit'] });
    const html = await (await get(url!)).text();
    expect(html).not.toContain('id="number"');
    const form = { with: 'bacs_debit', number: '', sort_code: '10-88-00', account_number: '00012345', email: 'ada@example.org' };
    expect((await send(url!, { ...form, sort_code: '12' })).status).toBe(422);
    expect((await send(url!, form)).status).toBe(303);
    const done = await contract.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
    const charge = (done.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge;
    const mandate = await contract.stripe.mandates.retrieve(charge.payment_method_details!.bacs_debit!.mandate!);
    expect(await (await get(mandate.payment_method_details.bacs_debit!.url)).text()).toContain('Direct Debit mandate');
  });

  it.each(['number[a]=1&expiry[]=2', '%E0%A4%A', 'a[b][c][d][e][f][g][h][i][j][k][l][m][n]=1', 'x'.repeat(10_000)])(
    'survives a form that no page of ours sends (%#)',
    async (body) => {
      const { id, url } = await session();
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      for (const to of [url!, `${contract.sim.url}/v1/payment_pages/cs_nothing/confirm`]) {
        const response = await fetch(to, { method: 'POST', body, headers: type, redirect: 'manual' });
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(response.status).toBeLessThan(500);
      }
      expect(await contract.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'open', payment_intent: null });
    },
  );

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

  it('sends the payer on to an address in any script', async () => {
    const { url } = await session({ success_url: 'https://example.org/merci/日本%20?s={CHECKOUT_SESSION_ID}' });
    const response = await send(url!, { number: '4242424242424242', email: 'ada@example.org' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/^https:\/\/example.org\/merci\/%E6%97%A5%E6%9C%AC%20\?s=cs_test_/);
  });

  it('says in the payer’s language that an e-mail address is none', async () => {
    const { id, url } = await session({ locale: 'fr' });
    const response = await send(url!, { number: '4242424242424242', email: 'ada' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Cette adresse e-mail n’est pas valable.');
    expect(await contract.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'open', payment_intent: null });
  });

  it('completes without a browser', async () => {
    const { id } = await session();
    const page = `${contract.sim.url}/v1/payment_pages/${id}`;
    for (const [method, path] of [
      ['GET', page],
      ['DELETE', `${page}/confirm`],
      ['POST', page],
    ])
      await fetch(path!, { method: method! });
    expect(await contract.stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'open' });
    const confirm = (form: Record<string, string>) => send(`${page}/confirm`, form);
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
