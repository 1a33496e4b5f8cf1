import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import Stripe from 'stripe';
import { startStripeSim, type RunningStripeSim } from '../../apps/stripe-sim/src/index.js';
import { askAxe } from '../support/axe.js';
import { PATIENCE_MS, launchBrowser } from '../support/browser.js';
import { ROOT } from '../support/running.js';

const WIDTHS = [320, 360, 1280];
const OUT = join(ROOT, 'test/.out');
const LANGUAGES = ['en', 'fr'] as const;

let sim: RunningStripeSim;
let stripe: Stripe;
let browser: Browser;

beforeAll(async () => {
  sim = await startStripeSim({ seed: 'pages', clock: 'frozen', startAt: Date.UTC(2026, 5, 2, 10) });
  stripe = new Stripe('sk_test_pages', { host: '127.0.0.1', port: sim.port, protocol: 'http', telemetry: false });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await sim?.close();
});

const CANCEL = { success_url: 'https://example.org/done', cancel_url: 'https://example.org/back' };
const custom = (text: string) => ({ custom: text, type: 'custom' as const });

/** A session that asks for all that a page can ask for. */
const asking = (locale: (typeof LANGUAGES)[number]): Promise<Stripe.Checkout.Session> =>
  stripe.checkout.sessions.create({
    mode: 'payment',
    locale,
    line_items: [
      { quantity: 2, price_data: { currency: 'gbp', unit_amount: 2500, product_data: { name: 'Supper for two at the long table' } } },
    ],
    allowed_payment_method_types: ['card', 'bacs_debit'],
    phone_number_collection: { enabled: true },
    billing_address_collection: 'required',
    consent_collection: { terms_of_service: 'required', promotions: 'auto' },
    custom_text: { submit: { message: 'You pay £50.00 only if £1,000.00 is pledged by 1 July.' } },
    custom_fields: [
      { key: 'table', label: custom('Table'), type: 'dropdown', dropdown: { options: [{ label: 'Window', value: 'window' }] } },
      { key: 'note', label: custom('Note to the kitchen'), type: 'text', optional: true },
    ],
    ...CANCEL,
  });

const saving = (locale: (typeof LANGUAGES)[number]): Promise<Stripe.Checkout.Session> =>
  stripe.checkout.sessions.create({ mode: 'setup', currency: 'gbp', locale, ...CANCEL });

/** What is wrong with the page as it is shown now, at each width: anything axe finds, sideways scrolling, script, a missing mark. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  if (await page.locator('script').count()) found.push(`${name} has a script`);
  if (!(await page.getByText('SIMULATED').first().isVisible())) found.push(`${name} does not say that it is simulated`);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 740 });
    const violations = await askAxe(await page.context().newCDPSession(page));
    found.push(...violations.map(({ id, impact, html }) => `${name} at ${width} px: ${id} (${impact}) ${html}`));
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (wide > width) found.push(`${name} at ${width} px is ${wide} px wide`);
    if (width !== 360) await page.screenshot({ path: join(OUT, `stripe-${name}-${width}.png`), fullPage: true });
  }
  return found;
}

const press = (page: Page, value: string): Promise<void> => page.locator(`button[value="${value}"]`).click();

/** Every page a payer can meet, in turn; `seen` is told when each is shown. */
async function walk(page: Page, lang: (typeof LANGUAGES)[number], seen: (name: string) => Promise<void>): Promise<void> {
  const pay = await asking(lang);
  await page.goto(pay.url!);
  await seen('pay');
  await press(page, '4000000000009995');
  await page.getByRole('alert').waitFor();
  await seen('declined');
  await press(page, '4000002500003155');
  await page.waitForURL(/\/c\/3ds\//);
  await seen('bank');
  await page.locator('form:has(input[value="fail"]) button').click();
  await page.getByRole('alert').waitFor();
  await seen('not-authenticated');
  await stripe.checkout.sessions.expire(pay.id);
  await page.goto(`${sim.url}/c/pay/${pay.id}`);
  await seen('expired');
  await page.goto(`${sim.url}/c/pay/cs_unknown`);
  await seen('unknown');
  const save = await saving(lang);
  await page.goto(save.url!);
  await seen('save');
}

describe('The hosted pages of the local Stripe', () => {
  it.each(LANGUAGES)('are accessible and fit at 320, 360 and 1280 px, in %s', async (lang) => {
    mkdirSync(OUT, { recursive: true });
    const context = await browser.newContext({ locale: lang, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const faults: string[] = [];
    await walk(page, lang, async (name) => {
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      faults.push(...(await faultsOf(page, `${name}-${lang}`)));
    });
    await context.close();
    expect(faults).toEqual([]);
  });

  it('take a payment by keyboard alone, with script switched off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 740 } });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const { id, url } = await stripe.checkout.sessions.create({
      mode: 'payment',
      line_items: [{ quantity: 1, price_data: { currency: 'gbp', unit_amount: 900, product_data: { name: 'Tea' } } }],
      success_url: `${sim.url}/_sim/clock?done`,
    });
    await page.goto(url!);
    await page.getByLabel('Email').focus();
    for (const text of ['ada@example.org', 'Ada', '4000002760003184', '12/34', '123']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/c\/3ds\//);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done$/);
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid', customer_details: { name: 'Ada' } });
    await context.close();
  });
});
