import { Api, overHttp, payOnPage } from '#demo';
import type { Person } from '../support/browser.js';
import { askForPlace, followMail, goOnToPay, leaveCard, passDays, payAgain } from './deeds.js';
import { stage } from './stage.js';

const GOOD_CARD = '4242424242424242';
/** How often a page is looked at again, half a second apart, while jobs and messages do their work. */
const PATIENCE = 120;
const OPENING_PENCE = 14_650;

interface Payout {
  stripeId: string;
  amount: { amount: number };
  arrivesOn: string;
}

describe('money in a real browser', () => {
  const set = stage();
  const { somebody } = set;
  const guests = (): Api => new Api(overHttp(set.product.origin));

  it('a guest pledges, changes the amount and the card, and withdraws', async () => {
    const guest = await somebody();
    const { page } = guest;
    await guest.go('/events/wgt16/pledge');
    await askForPlace(guest, { name: 'Wanda Waver', email: 'wanda@guests.example' });
    await goOnToPay(guest);
    await leaveCard(guest, 'wanda@guests.example');
    await followMail(guest, 'wanda@guests.example');
    await page.getByText('Change the amount or what others see').click();
    await page.getByLabel(/^How much/).fill('35');
    await guest.look('pledge-change');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    // More money needs the card's owner again.
    await leaveCard(guest, 'wanda@guests.example');
    await untilShown(guest, page.url(), page.getByRole('heading', { name: /£35/ }));
    await page.getByText('Use another card').click();
    await page.getByRole('button', { name: 'Go to the payment page' }).click();
    await leaveCard(guest, 'wanda@guests.example');
    await page.getByText('Withdraw this pledge').click();
    await guest.look('pledge-withdraw');
    await page.getByRole('button', { name: /^Withdraw £35/ }).click();
    await page.getByText('You have withdrawn this pledge. Nothing is charged.').waitFor();
    await guest.look('pledge-withdrawn');
  });

  it('a campaign ends, is collected and paid out, and the treasurer matches the payout by keyboard', async () => {
    const treasurer = await somebody();
    const { page } = treasurer;
    // The schedules run at every move, and each takes what has ended a step further: it is collected, then settled.
    for (const days of [5, 1]) await passDays(set.product.origin, days);
    await treasurer.signInToAdmin('treasurer@wgt16.example');
    const campaign = page.getByRole('row').filter({ hasText: 'First money for posters' });
    await seen(treasurer, 'Campaigns', () => campaign.getByText(/Collected|Settled/).isVisible());
    await treasurer.look('admin-campaigns');
    const payouts = async (): Promise<Payout[]> =>
      ((await (await page.request.get(`${set.product.origin}/api/v1/events/wgt16/payouts`)).json()) as { items: Payout[] }).items;
    await seen(treasurer, 'Payouts', async () => (await payouts()).length > 0 && (await page.getByText('£176.08').first().isVisible()));
    await page
      .getByText(/^Payout of \d/)
      .first()
      .waitFor();
    await treasurer.look('admin-payouts');
    await page.getByRole('menuitem', { name: 'Payments' }).click();
    await page
      .getByRole('row')
      .filter({ hasText: /First money for posters/ })
      .first()
      .getByRole('button', { name: /^Copy pi_/ })
      .waitFor();
    await treasurer.look('admin-payments');

    const [payout] = await payouts();
    await page.getByRole('menuitem', { name: 'Bank statements' }).click();
    await page
      .getByRole('button', { name: 'Take in a file' })
      .or(page.getByRole('link', { name: 'Take in a file' }))
      .first()
      .click();
    const broken = Buffer.from(String(bankFile(payout!)).replace(/,(\d+)\.\d\d,/, ',$1.O0,'));
    await page.locator('input[type=file]').setInputFiles({ name: 'broken.csv', mimeType: 'text/csv', buffer: broken });
    await page.getByRole('button', { name: 'Look at what will happen' }).click();
    await page.getByText(/Line 2, column 3: “\d+\.O0” is not an amount/).waitFor();
    await treasurer.look('admin-import-broken');
    await page.locator('input[type=file]').setInputFiles({ name: 'bank-payout.csv', mimeType: 'text/csv', buffer: bankFile(payout!) });
    await page.getByRole('button', { name: 'Look at what will happen' }).click();
    await page.getByRole('button', { name: 'Take in 1 line' }).waitFor();
    await treasurer.look('admin-import');
    await page.getByRole('button', { name: 'Take in 1 line' }).click();

    const line = page
      .getByRole('region', { name: /bank lines? to explain/ })
      .getByRole('button', { name: new RegExp(`STRIPE ${payout!.stripeId}`) });
    await line.waitFor();
    for (let i = 0; i < 5 && (await line.getAttribute('aria-current')) !== 'true'; i += 1) await page.keyboard.press('ArrowDown');
    await page.getByText('Payout arrived at the bank').first().waitFor();
    await treasurer.look('admin-payout-line');
    await page.keyboard.press('Enter');
    await page.getByText('Matched.').waitFor();
    await line.waitFor({ state: 'detached' });
    await treasurer.look('admin-payout-matched');

    await page.getByRole('menuitem', { name: 'Balances' }).click();
    await page.getByRole('link', { name: /^Bank account.*Assets:Bank:Main/ }).waitFor();
    await treasurer.look('admin-balances');
    await treasurer.go('/events/wgt16/books');
    await treasurer.look('books-after-payout');
  });

  it('after the deadline a backer puts a declined card right, and the money of another goes back when two treasurers agree', async () => {
    await reachTheGoal(set.product.stripe(), guests());
    const backer = await somebody();
    await backer.go('/dev');
    await backer.look('dev-clock');
    await backer.page.getByRole('button', { name: /^Move there: The campaign “Pay for the day together” ends/ }).click();
    await untilShown(backer, '/dev', 'All that is due is done.');
    await backer.signIn('member8@wgt16.example');
    await untilShown(backer, '/me', 'Pay for the day together');
    await backer.page.getByRole('link', { name: 'Pay for the day together' }).first().click();
    const right = backer.page.getByRole('button', { name: 'Put the payment right' });
    await untilShown(backer, backer.page.url(), right);
    await backer.look('pledge-declined');
    await right.click();
    await payAgain(backer, 'member8@wgt16.example');
    await untilShown(backer, backer.page.url(), /has arrived/);
    await backer.look('pledge-recovered');

    const first = await somebody();
    await first.signInToAdmin('treasurer@wgt16.example');
    await first.page.getByRole('menuitem', { name: 'Pledges' }).click();
    const row = first.page.getByRole('row').filter({ hasText: 'Greta Goal' });
    await row.waitFor();
    await first.look('admin-pledges');
    await row.getByRole('button', { name: 'Give money back' }).click();
    await first.page
      .getByRole('dialog')
      .getByLabel(/Amount/)
      .fill('900');
    await first.page
      .getByRole('dialog')
      .getByLabel(/Reason/)
      .fill('Paid twice by mistake');
    await first.page.getByRole('dialog').getByRole('button', { name: 'Give money back' }).click();
    await first.page.getByText('You asked for it: another treasurer decides.').waitFor();
    await first.look('admin-refund-waits');

    const second = await somebody();
    await second.signInToAdmin('treasurer2@wgt16.example');
    await second.page.getByRole('menuitem', { name: 'Refunds' }).click();
    await second.page.getByText('Paid twice by mistake').waitFor();
    await second.look('admin-refunds');
    await second.page.getByRole('button', { name: 'Approve the refund' }).click();
    await second.page
      .getByRole('dialog')
      .getByRole('button', { name: /Approve|Confirm/ })
      .click();
    await second.page.getByText('Paid twice by mistake').waitFor({ state: 'detached' });
    await second.page.getByRole('menuitem', { name: 'Pledges' }).click();
    await second.page.getByRole('row').filter({ hasText: 'Greta Goal' }).getByText('£900.00').waitFor();
    await second.look('admin-refunded');
    await second.page.getByRole('menuitem', { name: 'Payments' }).click();
    await second.page.getByRole('row').filter({ hasText: 'Greta Goal' }).getByText('£900.00 given back').waitFor();
    await second.look('admin-payments-given-back');
  });
});

/** The bank's file with the one line that the payout becomes. */
const bankFile = ({ stripeId, amount: { amount }, arrivesOn }: Payout): Buffer =>
  Buffer.from(
    ['Date,Description,Amount,Balance', `${arrivesOn},"STRIPE ${stripeId}",${pounds(amount)},${pounds(OPENING_PENCE + amount)}`].join('\n'),
  );

const pounds = (pence: number): string => (pence / 100).toFixed(2);

/** Opens a place of the menu again and again until it shows what is awaited. */
async function seen({ page }: Person, place: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    await page.getByRole('menuitem', { name: place, exact: true }).click();
    await page.waitForTimeout(500);
    if (await isThere()) return;
    await page.reload();
    await page.getByRole('menuitem', { name: place, exact: true }).waitFor();
  }
  throw new Error(`${place} did not show what was awaited`);
}

/** Loads a page until it shows a text or a part. */
async function untilShown(person: Person, path: string, what: string | RegExp | ReturnType<Person['page']['getByText']>): Promise<void> {
  const part = typeof what === 'string' || what instanceof RegExp ? person.page.getByText(what).first() : what;
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    await person.go(path);
    if (await part.isVisible()) return;
    await person.page.waitForTimeout(500);
  }
  throw new Error(`${path} did not show what was awaited`);
}

/** Somebody generous pledges what the big campaign still lacks. */
async function reachTheGoal(stripe: { base: string; token: string }, guests: Api): Promise<void> {
  const { items } = await guests.get<{ items: { id: string; title: string; state: string; goal: { amount: number } }[] }>(
    'events/wgt16/campaigns',
  );
  const { id, goal } = items.find(({ title }) => title === 'Pay for the day together')!;
  const pledge = await guests.post<{ next: { url: string } }>(`campaigns/${id}/pledges`, {
    amount: { amount: goal.amount, currency: 'GBP' },
    method: 'card',
    guest: { name: 'Greta Goal', email: 'greta@guests.example' },
  });
  for (let tries = 0; ; tries += 1) {
    try {
      return await payOnPage(stripe, await guests.follow(pledge.next.url), GOOD_CARD);
    } catch (error) {
      if (tries > 240) throw error;
      await new Promise((next) => setTimeout(next, 250));
    }
  }
}
