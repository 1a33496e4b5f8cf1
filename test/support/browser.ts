import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, type Page, chromium } from 'playwright-core';
import { askAxe } from './axe.js';
import { ROOT } from './running.js';

/** How long a page may take to show what is waited for; long, for a machine that is busy with other things. */
export const PATIENCE_MS = 60_000;

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
const OUT = join(ROOT, 'test/.out');
const DEBIAN = '/usr/bin/chromium';

/** A real Chromium: the one that comes inside an npm package, so that nothing needs to be installed. */
export async function launchBrowser(): Promise<Browser> {
  const packaged = ((await import('@sparticuz/chromium')) as unknown as { default: { executablePath(): Promise<string>; args: string[] } })
    .default;
  const executablePath = process.env.CHROMIUM ?? (await packaged.executablePath());
  return chromium.launch({
    executablePath: executablePath || DEBIAN,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--headless=new',
      // A page of a test lives for seconds: what V8's optimising compilers do beside it, they take longer over than it gains.
      '--js-flags=--no-opt --no-maglev',
    ],
  });
}

/** A person at a browser: every page they look at is checked for accessibility and photographed at two widths. */
export class Person {
  readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly chromium: CDPSession,
    private readonly origin: string,
  ) {}

  static async at(browser: Browser, origin: string, options: { javaScriptEnabled?: boolean; locale?: string } = {}): Promise<Person> {
    const context = await browser.newContext({
      viewport: WIDE,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const person = new Person(page, context, await context.newCDPSession(page), origin);
    page.on('pageerror', (error) => person.faults.push(`script fault on ${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text()))
        person.faults.push(`${page.url()}: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 500) person.faults.push(`${response.status()} from ${response.url()}`);
    });
    return person;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.origin).href, { waitUntil: 'load' });
  }

  async signIn(email: string, password = 'demo-password-2016'): Promise<void> {
    await this.go('/sign-in');
    await this.page
      .getByLabel(/E-mail/)
      .first()
      .fill(email);
    await this.page
      .getByLabel(/Password/)
      .first()
      .fill(password);
    await this.page
      .getByRole('button', { name: /^Sign in/ })
      .first()
      .click();
    await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }

  /** Signs in where the team works; with one event it is entered at once. */
  async signInToAdmin(email: string, password = 'demo-password-2016'): Promise<void> {
    await this.go('/admin/');
    await this.page.getByLabel(/E-mail/).fill(email);
    await this.page.getByLabel(/^Password/).fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await this.page.getByRole('navigation').or(this.page.getByRole('menuitem')).first().waitFor();
  }

  /** Looks at the page as it is now: nothing serious for axe, no sideways scrolling at 360 px, two pictures in test/.out. */
  async look(name: string): Promise<void> {
    mkdirSync(OUT, { recursive: true });
    await this.page.setViewportSize(WIDE);
    await this.page.evaluate(AT_REST);
    for (const { id, impact, html } of await askAxe(this.chromium))
      if (impact === 'serious' || impact === 'critical') this.faults.push(`axe on ${name}: ${id} (${impact}) ${html}`);
    await this.picture(`${name}-1280`);
    await this.page.setViewportSize(PHONE);
    const { wide, name: widest } = await this.page.evaluate(WIDEST);
    if (wide > 361) this.faults.push(`${name} is ${wide} px wide on a phone: ${widest}`);
    await this.picture(`${name}-360`);
    await this.page.setViewportSize(WIDE);
  }

  /** The whole page, packed quickly rather than small. */
  private async picture(name: string): Promise<void> {
    const { cssContentSize } = await this.chromium.send('Page.getLayoutMetrics');
    const { data } = await this.chromium.send('Page.captureScreenshot', {
      optimizeForSpeed: true,
      captureBeyondViewport: true,
      clip: { ...cssContentSize, scale: 1 },
    });
    writeFileSync(join(OUT, `${name}.png`), data, 'base64');
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Runs in the page: a button that is still fading into its colour has not the contrast that people see. What turns for ever is not waited for. */
const AT_REST = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
  .map((one) => one.finished)).then(() => undefined)`;

/** Runs in the page, once it is drawn at its new width: how wide the document is, and the element that makes it so. */
const WIDEST = `(async () => {
  for (let i = 0; i < 2; i += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  const wide = document.documentElement.scrollWidth;
  const element = [...document.body.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > 361 && getComputedStyle(e).position !== 'fixed');
  return { wide, name: element ? element.outerHTML.slice(0, 120) : '' };
})()` as unknown as () => Promise<{ wide: number; name: string }>;
