import type { Browser } from 'playwright-core';
import { Person, launchBrowser } from '../support/browser.js';
import { RunningProduct } from '../support/running.js';
import { mailedLink } from './mailed-link.js';

jest.setTimeout(60_000);

describe('in a real browser', () => {
  let product: RunningProduct;
  let browser: Browser;
  const people: Person[] = [];

  const somebody = async (options = {}): Promise<Person> => {
    const person = await Person.at(browser, product.origin, options);
    people.push(person);
    return person;
  };

  beforeAll(async () => {
    [product, browser] = await Promise.all([RunningProduct.start(), launchBrowser()]);
  }, 120_000);

  afterEach(async () => {
    const faults = people.flatMap((person) => person.faults);
    await Promise.all(people.splice(0).map((person) => person.close()));
    expect(faults).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.discard();
  });

  it('a visitor becomes a member with the link from the mail, and supports a spark', async () => {
    const person = await somebody();
    const { page } = person;
    await person.go('/sign-up');
    await person.look('sign-up');
    await page.getByLabel('Name').fill('Nora Newcomer');
    await page.getByLabel('E-mail').fill('nora@newcomer.example');
    await page.getByLabel('Password').fill('three or four words');
    await page.getByRole('button', { name: 'Open my account' }).click();
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    await mailedLink(person, 'nora@newcomer.example', 'mail-confirm');
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await person.page.waitForURL(/done=confirmed/);
    await person.look('home-confirmed');
  });
});
