import type { Browser } from 'playwright-core';
import { Person, launchBrowser } from '../support/browser.js';

describe('explore', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser.close());
  it('looks', async () => {
    const p = await Person.at(browser, 'http://localhost:3100');
    for (const [name, path] of [['home', '/'], ['wall', '/sparks?event=wgt16'], ['event', '/events/wgt16'], ['signin', '/sign-in'], ['books', '/events/wgt16/books']] as const) {
      await p.go(path);
      await p.look(`x-${name}`);
    }
    await p.signIn('member1@wgt16.example');
    await p.go('/me'); await p.look('x-me');
    console.log(p.faults.join('\n'));
  }, 120_000);
});
