import type { Person } from '../support/browser.js';

/** Reads the newest mail to an address where the product shows its mails outside production, and follows its first link. */
export async function mailedLink(person: Person, to: string, picture: string): Promise<void> {
  const { page } = person;
  const row = page.getByRole('row').filter({ hasText: to }).first();
  for (let tries = 0; tries < 40; tries += 1) {
    await person.go('/dev/mail');
    if (await row.isVisible()) break;
    await page.waitForTimeout(150);
  }
  await row.getByRole('link', { name: 'read' }).click();
  await page.locator('pre').waitFor();
  await person.look(picture);
  await page.locator('pre a').first().click();
}
