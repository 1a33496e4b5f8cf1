import type { Person } from '../support/browser.js';
import { stage } from './stage.js';

const SCRIPT = '"><script>hit=1</script>';
const IMAGE = '<img src=x onerror=alert(1)>';
const LINK = '[x](javascript:alert(2))';
const TURNED = '\u202Eesrever';
/** For what is one line, where a sign that turns the reading around is refused. */
const LINE = `${IMAGE}${SCRIPT}${LINK}`;
/** Everything at once, short enough for the shortest of the fields. */
const PLANTED = `${LINE}${TURNED}`;

/** A program that writes what people write, signed in as one of them. */
class Writer {
  private constructor(
    private readonly origin: string,
    private readonly cookie: string,
  ) {}

  static async as(origin: string, name: string): Promise<Writer> {
    const response = await fetch(`${origin}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'wegettogether' },
      body: JSON.stringify({ email: `${name}@wgt16.example`, password: 'demo-password-2016' }),
    });
    return new Writer(
      origin,
      response.headers
        .getSetCookie()
        .map((c) => c.split(';')[0]!)
        .join('; '),
    );
  }

  async send<T = { id: string }>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'wegettogether',
        'idempotency-key': crypto.randomUUID(),
        cookie: this.cookie,
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text || '{}') as T;
  }
}

describe('what visitors write is text and nothing else', () => {
  const set = stage();
  const found: Record<string, string> = {};

  /** Somebody whose browser tells of dialogs, scripts that ran, and calls to anywhere else. */
  async function watcher(): Promise<Person> {
    const person = await set.somebody();
    const { page } = person;
    page.on('dialog', (dialog) => {
      person.faults.push(`a dialog on ${page.url()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(set.product.origin) && !request.url().startsWith('data:'))
        person.faults.push(`${page.url()} asked for ${request.url()}`);
    });
    return person;
  }

  /** The page as it is now: what was planted is there to be read, and none of it has become an element, a link or a deed. */
  async function isInert(person: Person, name: string, shows = IMAGE): Promise<void> {
    const { page } = person;
    await page.getByText(shows).first().waitFor();
    const alive = await page.evaluate(
      `({ hit: typeof hit, images: document.querySelectorAll('img[onerror], [src="x"]').length, links: document.querySelectorAll('a[href^="javascript:" i]').length })`,
    );
    expect([name, alive]).toEqual([name, { hit: 'undefined', images: 0, links: 0 }]);
  }

  beforeAll(async () => {
    const { origin } = set.product;
    const [member, coordinator, sponsors] = await Promise.all(
      ['member1', 'coordinator', 'sponsors'].map((name) => Writer.as(origin, name)),
    );
    const spark = await member!.send('POST', '/sparks', { text: PLANTED, eventSlug: 'wgt16' });
    await (await Writer.as(origin, 'organiser')).send('POST', `/sparks/${spark.id}/open-conversation`);
    await member!.send('POST', `/sparks/${spark.id}/comments`, { text: PLANTED });
    await member!.send('POST', `/sparks/${spark.id}/report`, { reason: 'spam', note: PLANTED });
    const proposal = await member!.send('POST', '/events/wgt16/proposals', { title: LINE, body: PLANTED });
    await member!.send('PUT', `/events/wgt16/proposals/${proposal.id}/costs`, {
      lines: [{ label: LINE, kind: 'expense', quantity: 1, unitPrice: { amount: 100, currency: 'GBP' } }],
    });
    await member!.send('POST', `/events/wgt16/proposals/${proposal.id}/publish`);
    await member!.send('POST', `/events/wgt16/proposals/${proposal.id}/comments`, { text: PLANTED });
    const { items: boards } = await coordinator!.send<{ items: { id: string; name: string }[] }>('GET', '/events/wgt16/boards');
    await coordinator!.send('POST', `/events/wgt16/boards/${boards.find(({ name }) => name === 'Before the day')!.id}/cards`, {
      title: LINE,
      description: PLANTED,
      checklist: [LINE],
    });
    await sponsors!.send('POST', '/events/wgt16/deals', {
      organisation: LINE,
      category: IMAGE,
      price: { amount: 100_00, currency: 'GBP' },
      contact: { name: LINE, email: 'contact@sponsor.example' },
    });
    found['spark'] = `/sparks/${spark.id}`;
    found['proposal'] = `/events/wgt16/proposals/${proposal.id}`;
  });

  it('on the public pages, for visitors and members', async () => {
    const person = await watcher();
    for (const path of ['/sparks?event=wgt16&sort=newest', found['spark']!, '/events/wgt16/proposals?sort=newest', found['proposal']!]) {
      await person.go(path);
      await isInert(person, path);
    }
    await person.signIn('member1@wgt16.example');
    await person.go(found['proposal']!);
    await isInert(person, 'the proposal of a member');
  });

  it('on a form that comes back with what was typed, and in what an address says', async () => {
    const person = await watcher();
    const { page } = person;
    await person.go(`/sign-in?next=${encodeURIComponent('javascript:alert(3)')}&done=${encodeURIComponent(PLANTED)}`);
    await page
      .getByLabel(/E-mail/)
      .first()
      .fill(`${IMAGE}@x`);
    await page
      .getByLabel(/Password/)
      .first()
      .fill('not the password');
    await page
      .getByRole('button', { name: /^Sign in/ })
      .first()
      .click();
    await page.waitForLoadState('load');
    expect(await page.evaluate(`typeof hit + document.querySelectorAll('img[onerror], a[href^="javascript:" i]').length`)).toBe(
      'undefined0',
    );
    await person.go(`/events/wgt16/pledge`);
    await page.getByRole('textbox', { name: 'Your name' }).fill(LINE);
    await page.getByLabel('E-mail').fill('guest@guests.example');
    await page.getByRole('radio', { name: /– A place/ }).check();
    await page.getByRole('button', { name: 'Check my answers' }).click();
    await isInert(person, 'the pledge as it is checked');
  });

  it.each([
    ['moderator', 'Moderation', undefined],
    ['coordinator', 'Boards', 'Before the day'],
    ['sponsors', 'Deals', undefined],
  ])('on the page where the %s works: %s', async (name, place, link) => {
    const person = await watcher();
    await person.signInToAdmin(`${name}@wgt16.example`);
    await person.page.getByRole('menuitem', { name: place }).first().click();
    if (link) await person.page.getByRole('link', { name: link }).click();
    await isInert(person, place);
  });
});
