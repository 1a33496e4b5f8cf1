import type { Browser } from 'playwright-core';
import { Person, launchBrowser } from '../support/browser.js';
import { RunningProduct } from '../support/running.js';

export interface Stage {
  /** The running product; there from the first test on. */
  product: RunningProduct;
  /** Somebody new at a browser of their own. */
  somebody(options?: { javaScriptEnabled?: boolean; locale?: string }): Promise<Person>;
}

/** The running product and a real browser for the tests of one file; whatever a person's pages did wrong fails the test they were in. */
export function stage(): Stage {
  let browser: Browser;
  const people: Person[] = [];
  const set: Stage = {
    product: undefined as unknown as RunningProduct,
    somebody: async (options = {}) => {
      const person = await Person.at(browser, set.product.origin, options);
      people.push(person);
      return person;
    },
  };

  beforeAll(async () => {
    [set.product, browser] = await Promise.all([RunningProduct.start(), launchBrowser()]);
  });

  afterEach(async () => {
    const faults = people.flatMap((person) => person.faults);
    await Promise.all(people.splice(0).map((person) => person.close()));
    expect(faults).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await set.product?.discard();
  });

  return set;
}
