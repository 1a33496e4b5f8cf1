import type { Person } from '../support/browser.js';
import { askForPlace, checkReceipt, followMail, goOnToPay, leaveCard, openAccount, sendBallot, supportSpark, tickTwo } from './deeds.js';
import { stage } from './stage.js';

const OPEN_VOTE = 'And if there is more?';
const RECEIPT = /^([A-Z0-9]{4}[ -]?){8}$/i;

describe('in a real browser', () => {
  const { somebody } = stage();

  it('a visitor becomes a member, supports a spark, votes, sees a receipt and pledges by card', async () => {
    const person = await somebody();
    const { page } = person;
    await person.go('/sign-up');
    await person.look('sign-up');
    await openAccount(person, { name: 'Nora Newcomer', email: 'nora@newcomer.example', password: 'three or four words' });
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    await followMail(person, 'nora@newcomer.example', 'mail-confirm');
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await page.getByText('Your address is confirmed').waitFor();
    await person.look('home');

    await supportSpark(person, '/sparks?event=wgt16', 'childcare');
    await person.look('wall');

    await tickTwo(person, 'wgt16', OPEN_VOTE);
    await page.getByText('Saved and counted. Your receipt:').waitFor();
    const receipt = await sendBallot(person);
    expect(receipt.trim()).toMatch(RECEIPT);
    await person.look('ballot-receipt');
    await checkReceipt(person, receipt);
    await person.look('receipt-checked');

    await person.go('/events/wgt16/pledge');
    await person.look('pledge');
    await askForPlace(person);
    await person.look('pledge-check');
    await goOnToPay(person);
    await person.look('payment-page');
    await leaveCard(person, 'nora@newcomer.example');
    await person.look('pledged');
    await person.go('/me');
    await page.getByRole('link', { name: 'Pay for the day together' }).waitFor();
    await person.look('me');
  });

  it('a guest pledges, and finds the pledge again with the link from the mail', async () => {
    const person = await somebody();
    await person.go('/events/wgt16');
    await person.page.getByRole('link', { name: /£20.*A place/ }).click();
    await askForPlace(person, { name: 'Gus Guest', email: 'gus@guests.example' });
    await goOnToPay(person);
    await leaveCard(person, 'gus@guests.example');
    await followMail(person, 'gus@guests.example');
    await person.page.getByText('Thank you. We charge your card').waitFor();
    await person.look('pledge-by-link');
  });

  it('the treasurer lays an expected payment beside its bank line, with keys alone', async () => {
    const person = await somebody();
    const { page } = person;
    await person.signInToAdmin('treasurer@wgt16.example');
    await person.look('admin-treasurer');
    await page.getByRole('menuitem', { name: 'Reconcile' }).click();
    const line = page.getByRole('region', { name: /bank lines? to explain/ }).getByRole('button', { name: /Sound Hire deposit/ });
    await line.waitFor();
    await person.look('admin-reconcile');
    for (let i = 0; i < 5 && (await line.getAttribute('aria-current')) !== 'true'; i += 1) await page.keyboard.press('ArrowDown');
    await page.getByText('Deposit for the sound system').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Matched.').waitFor();
    await line.waitFor({ state: 'detached' });
    await person.look('admin-reconciled');
  });

  it('a volunteer moves a card on the board by keyboard', async () => {
    const person = await somebody();
    const { page } = person;
    await person.signInToAdmin('volunteer@wgt16.example');
    await person.look('admin-volunteer');
    await page.getByRole('menuitem', { name: 'Boards' }).click();
    await page.getByRole('link', { name: 'Before the day' }).click();
    const card = (column: string) => page.getByRole('region', { name: column }).getByText('Count the chairs in the hall');
    await card('Doing').waitFor();
    await person.look('admin-board');
    await page.keyboard.press('ArrowRight');
    for (const key of ['ArrowRight', 'ArrowRight', ' ', 'ArrowRight', ' ']) await page.keyboard.press(key);
    await card('Review').waitFor();
    await person.look('admin-board-moved');
    await page.reload();
    await card('Review').waitFor();
  });

  it('the public pages speak French', async () => {
    const person = await somebody({ locale: 'fr-FR' });
    const { page } = person;
    const look = async (path: string, name: string): Promise<void> => {
      await person.go(path);
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
      await person.look(`fr-${name}`);
    };
    await look('/', 'home');
    await look('/sparks', 'wall');
    await look('/events/wgt16', 'event');
    await look('/events/wgt16/proposals', 'proposals');
    await look(await hrefOf(page, '/events/wgt16/proposals/0'), 'proposal');
    await look('/events/wgt16/ballots', 'ballots');
    await look(await hrefOf(page, '/result'), 'result');
    await look('/events/wgt16/books', 'books');
    await look('/events/wgt16/team', 'team');
    await look('/events/wgt16/pledge', 'pledge');
  });

  it('without script a guest posts a spark and pledges, and a member supports and votes', async () => {
    const guest = await somebody({ javaScriptEnabled: false });
    await guest.go('/sparks');
    await guest.page.getByLabel('Your spark').fill('A kettle in every corner, and time to use it. Who brings the tea?');
    await guest.page.getByRole('textbox', { name: 'Your name' }).fill('Tess Tea');
    await guest.page.getByLabel('E-mail').fill('tess@guests.example');
    await guest.page.getByRole('button', { name: 'Post this spark' }).click();
    await guest.page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    await followMail(guest, 'tess@guests.example');
    await guest.page.getByRole('button', { name: 'Post my spark' }).click();
    await guest.page.getByText('Your spark is on the wall.').waitFor();
    await guest.go('/events/wgt16/pledge');
    await askForPlace(guest, { name: 'Tess Tea', email: 'tess@guests.example' });
    await goOnToPay(guest);
    await leaveCard(guest, 'tess@guests.example');

    const member = await somebody({ javaScriptEnabled: false });
    await member.signIn('member1@wgt16.example');
    await supportSpark(member, '/sparks', 'A kettle in every corner');
    await tickTwo(member, 'wgt16', OPEN_VOTE);
    expect((await sendBallot(member)).trim()).toMatch(RECEIPT);
  });

  it('WGT17 shows nothing of WGT16', async () => {
    const person = await somebody();
    const { page } = person;
    for (const path of ['', '/proposals', '/ballots', '/books', '/team']) {
      await person.go(`/events/wgt17${path}`);
      expect(await page.locator('main').textContent()).not.toMatch(/WGT16|wgt16|Riverside|Pay for the day|Sound Hire|Count the chairs/);
    }
    await person.go('/sparks?event=wgt17');
    expect(await page.locator('main').textContent()).not.toMatch(/childcare/);
    await person.look('wgt17-wall');
    await person.signInToAdmin('treasurer@wgt17.example');
    await person.go('/admin/wgt16/reconcile');
    await page.getByText('Sound Hire').waitFor({ state: 'detached' });
    expect(await page.locator('body').textContent()).not.toMatch(/Sound Hire|Cash paid in/);
    await person.look('wgt17-treasurer-at-wgt16');
    await person.go('/admin/wgt17/reconcile');
    await page.getByText('Every bank line is explained').waitFor();
    await person.look('wgt17-reconcile');
  });
});

/** Where the first link leads whose address contains this. */
const hrefOf = async (page: Person['page'], part: string): Promise<string> =>
  (await page.locator(`main a[href*="${part}"]`).first().getAttribute('href'))!;
