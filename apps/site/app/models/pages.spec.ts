import { translatorOf } from '../i18n/translator';
import { comesFromElsewhere } from '../http/same-origin';
import { languageOf } from '../i18n/language';
import { paymentPage } from '../http/payment-page';
import { sayAccount } from './accounts';
import { bullets, BULLET_SCALE } from './bullets';
import { readCostLines } from './cost-lines';
import { phasePath } from './phase-path';
import { cleanReceipt, showReceipt } from './receipt';

const gbp = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'GBP' });

describe('a write', () => {
  const post = (headers: Record<string, string>): Request => new Request('http://here.example/x', { method: 'POST', headers });

  it('is taken from our own pages', () => {
    expect(comesFromElsewhere(post({ 'sec-fetch-site': 'same-origin' }))).toBe(false);
    expect(comesFromElsewhere(post({ origin: 'http://here.example' }))).toBe(false);
  });

  it('is refused from another site, and without any proof', () => {
    expect(comesFromElsewhere(post({ 'sec-fetch-site': 'cross-site', origin: 'http://here.example' }))).toBe(true);
    expect(comesFromElsewhere(post({ origin: 'http://evil.example' }))).toBe(true);
    expect(comesFromElsewhere(post({ origin: 'null' }))).toBe(true);
    expect(comesFromElsewhere(post({}))).toBe(true);
  });

  it('is not what reading is', () => {
    expect(comesFromElsewhere(new Request('http://here.example/', { headers: { 'sec-fetch-site': 'cross-site' } }))).toBe(false);
  });
});

describe('the language of a page', () => {
  const language = (headers: Record<string, string>, account?: 'en' | 'fr'): Promise<string> =>
    languageOf(new Headers(headers), async () => account && { locale: account });

  it('is the one chosen in the browser, else the account’s, else what the browser prefers, else English', async () => {
    expect(await language({ cookie: 'a=b; lang=fr', 'accept-language': 'en' }, 'en')).toBe('fr');
    expect(await language({ 'accept-language': 'en' }, 'fr')).toBe('fr');
    expect(await language({ 'accept-language': 'de, fr-CA;q=0.8, en;q=0.5' })).toBe('fr');
    expect(await language({ 'accept-language': 'en;q=0.2,fr;q=0.9' })).toBe('fr');
    expect(await language({ cookie: 'lang=xx' })).toBe('en');
  });
});

describe('small readings', () => {
  it('says where an event stands on its way', () => {
    expect(phasePath('voting').map((s) => s.when)).toEqual(['done', 'done', 'now', 'later', 'later', 'later', 'later']);
    expect(phasePath('archived').every((s) => s.when === 'done')).toBe(true);
  });

  it('reads a receipt however it was typed', () => {
    expect(cleanReceipt(' 9F86 d08l-88O4 ')).toBe('9f86d0818804');
    expect(showReceipt('9f86d081884c7d659a2feaa0c55ad015')).toBe('9f86 d081 884c 7d65 9a2f eaa0 c55a d015');
  });

  it('calls an account by everyday words, and an unknown one by its name', () => {
    const { t } = translatorOf('en');
    expect(sayAccount('Income:Pledges:Individuals', t)).toBe('Pledges of people');
    expect(sayAccount('Expenses:Catering', t)).toBe('Catering');
    expect(sayAccount('Income:InKind:Venue', t)).toBe('Given in kind: Venue');
    expect(sayAccount('Equity:Surplus:WGT16', t)).toBe('Surplus of WGT16');
    expect(sayAccount('Other:Thing', t)).toBe('Other:Thing');
    expect(sayAccount('Equity:Surplus:WGT16', translatorOf('fr').t)).toBe('Excédent de WGT16');
  });

  it('leads to our own page where the payment page may not be ready', () => {
    expect(paymentPage('http://x/api/v1/pledges/1/checkout?link=s', '1', 's')).toBe('/pledges/1/pay?link=s');
    expect(paymentPage('https://checkout.example/c/1', '1', null)).toBe('https://checkout.example/c/1');
  });
});

describe('budget lines as bars', () => {
  const line = (planned: number, actual: number, committed: number, metInKind: number) => ({
    id: 'l',
    name: 'Lunch',
    why: '',
    source: { kind: 'decision', id: 'x' },
    ballotId: null,
    planned: gbp(planned),
    actual: gbp(actual),
    committed: gbp(committed),
    metInKind: gbp(metInKind),
  });

  it('share one scale, the longest bar filling it', () => {
    const [small, large] = bullets([line(100, 50, 0, 0), line(400, 0, 500, 0)]);
    expect(large).toMatchObject({ committed: BULLET_SCALE, over: true });
    expect(small).toMatchObject({ planned: 60, spent: 30, over: false });
  });
});

describe('the rows of a cost sheet', () => {
  it('leaves empty rows out and says what is missing in the others', () => {
    const form = {
      label1: 'Cameras',
      quantity1: '2',
      price1: '450',
      kind1: 'expense',
      label2: '',
      price2: '5',
      label3: 'Grant',
      price3: 'much',
      kind3: 'income',
    };
    const { lines, faults } = readCostLines(form, 'GBP');
    expect(lines).toEqual([{ label: 'Cameras', kind: 'expense', quantity: 2, unitPrice: gbp(45000) }]);
    expect(faults).toEqual({ label2: 'costs.needLabel', price3: 'costs.needPrice' });
  });
});
