import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from '../support/browser.js';

/** What a visitor does on the site, in the same words with script and without. Pictures are taken where a name is given. */

const MAIL_TRIES = 60;
const DUE_TRIES = 240;
const TO_LOOK_AGAIN_MS = 250;

/** Reads the newest mail to an address where the product shows its mails outside production, and follows its first link. */
export async function followMail(person: Person, to: string, picture?: string): Promise<void> {
  const { page } = person;
  const row = page.getByRole('row').filter({ hasText: to }).first();
  for (let tries = 0; tries < MAIL_TRIES; tries += 1) {
    await person.go('/dev/mail');
    if (await row.isVisible()) break;
    await page.waitForTimeout(150);
  }
  await row.getByRole('link', { name: 'read' }).click();
  await page.locator('pre').waitFor();
  if (picture) await person.look(picture);
  await page.locator('pre a').first().click();
}

/** Fills in the form that opens an account, and sends it. */
export async function openAccount(
  { page }: Person,
  { name, email, password }: Record<'name' | 'email' | 'password', string>,
): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Open my account' }).click();
}

/** Gives support to a spark on the wall; the button then says so. */
export async function supportSpark(person: Person, wall: string, text: string): Promise<void> {
  await person.go(wall);
  const card = person.page.locator('article').filter({ hasText: text });
  await card.getByRole('button', { name: /^Support/ }).click();
  await card.getByRole('button', { name: /^You support this/ }).waitFor();
}

/** Opens the vote of that title and ticks the first two wishes. */
export async function tickTwo(person: Person, slug: string, title: string): Promise<void> {
  await person.go(`/events/${slug}/ballots`);
  await person.page.getByRole('link', { name: title }).click();
  await person.page.getByRole('checkbox').first().check();
  await person.page.getByRole('checkbox').nth(1).check();
}

/** Sends the ballot with its button. Answers the receipt, which is groups of letters and digits. */
export async function sendBallot({ page }: Person): Promise<string> {
  await page.getByRole('button', { name: /my ballot$/ }).click();
  await page.getByText('Your ballot counts since').waitFor();
  return (await page.locator('.receipt').textContent()) ?? '';
}

/** Checks a receipt: the vote says that the ballot is in. */
export async function checkReceipt({ page }: Person, receipt: string): Promise<void> {
  await page.getByRole('link', { name: 'Check a receipt' }).first().click();
  await page.getByLabel('Receipt').fill(receipt);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await page.getByText(/^This ballot is (recorded for good|in and will be sealed)/).waitFor();
}

/** Fills the pledge form in for a place, with a name and an address when one is no member, and goes on to the exact words. */
export async function askForPlace({ page }: Person, guest?: { name: string; email: string }): Promise<void> {
  await page.getByRole('radio', { name: /– A place/ }).check();
  if (guest) {
    await page.getByRole('textbox', { name: 'Your name' }).fill(guest.name);
    await page.getByLabel('E-mail').fill(guest.email);
  }
  await page.getByRole('button', { name: 'Check my answers' }).click();
  await page.getByText('only if').first().waitFor();
}

/** Agrees to the exact words, and arrives at the payment page, which is plainly a simulation. */
export async function goOnToPay({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /^Pledge £/ }).click();
  await page.getByText('SIMULATED').first().waitFor();
}

/** Types a card in on the payment page and comes back to the pledge, which waits for the payment page's word. */
export async function leaveCard({ page }: Person, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Card number').fill('4242 4242 4242 4242');
  await page.getByLabel('Expiry (MM/YY)').fill('12/34');
  await page.getByLabel('Security code').fill('123');
  await page.getByRole('button', { name: 'Save card' }).click();
  await page.getByText('Thank you. We charge your card').waitFor();
}

/** Pays on the payment page with a card that works, and is sent back. */
export async function payAgain({ page }: Person, email: string): Promise<void> {
  await page.getByText('SIMULATED').first().waitFor();
  const address = page.getByLabel('Email');
  if (await address.isVisible()) await address.fill(email);
  await page.getByLabel('Card number').fill('4242 4242 4242 4242');
  await page.getByLabel('Expiry (MM/YY)').fill('12/34');
  await page.getByLabel('Security code').fill('123');
  await page.getByRole('button', { name: /^(Pay|Save card)/ }).click();
  await page.waitForURL(/\/pledges\//);
}

/** So many days go by, for the product and for the payment page alike, and what fell due is done; sessions of before may have ended. */
export async function passDays(origin: string, days: number): Promise<void> {
  const answer = await fetch(new URL('/dev/clock', origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ minutes: days * 24 * 60 }),
  });
  if (!answer.ok) throw new Error(`the clock did not move: ${await answer.text()}`);
  for (let tries = 0; !(await allIsDone(origin)); tries += 1) {
    if (tries > DUE_TRIES) throw new Error(`${days} days on, not all that fell due was done`);
    await wait(TO_LOOK_AGAIN_MS);
  }
}

const allIsDone = async (origin: string): Promise<boolean> =>
  (await (await fetch(new URL('/dev', origin))).text()).includes('All that is due is done.');
