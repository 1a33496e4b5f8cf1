import { RunningProduct } from '../support/running.js';

const PASSWORD = 'demo-password-2016';

/** A browser without script: pages, their forms and a cookie. */
class Visitor {
  private cookie = '';

  constructor(private readonly origin: string) {}

  async page(path: string): Promise<string> {
    return (await fetch(this.origin + path, { headers: { cookie: this.cookie } })).text();
  }

  async send(path: string, fields: Record<string, string>): Promise<{ status: number; to: string; text: string }> {
    const response = await fetch(this.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: this.origin,
        'sec-fetch-site': 'same-origin',
        cookie: this.cookie,
      },
      body: new URLSearchParams(fields),
    });
    const cookies = response.headers.getSetCookie().map((c) => c.split(';')[0]!);
    if (cookies.length) this.cookie = cookies.join('; ');
    return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() };
  }

  async signIn(name: string): Promise<void> {
    await this.send('/sign-in', { email: `${name}@wgt16.example`, password: PASSWORD });
  }

  async api<T>(path: string): Promise<T> {
    return (await fetch(`${this.origin}/api/v1${path}`, { headers: { cookie: this.cookie } })).json() as Promise<T>;
  }
}

/** The hidden key of a page's form, as the browser would send it. */
const keyIn = (html: string, form = ''): string => {
  const key = /name="key" value="([0-9a-f-]{36})"/.exec(html.slice(form ? html.indexOf(form) : 0))?.[1];
  if (!key) throw new Error('the form has no key');
  return key;
};

describe('a form that is sent twice', () => {
  let product: RunningProduct;
  let member: Visitor;
  beforeAll(async () => {
    product = await RunningProduct.start();
    member = new Visitor(product.origin);
    await member.signIn('member1');
  });
  afterAll(() => product.discard());

  /** Double click, then back and once more; every answer leads on or says what is the matter, none is a fault. */
  async function thrice(path: string, fields: Record<string, string>): Promise<{ status: number; to: string; text: string }[]> {
    const answers = await Promise.all([member.send(path, fields), member.send(path, fields)]);
    answers.push(await member.send(path, fields));
    for (const { status, text } of answers) {
      expect([303, 409, 422, 429]).toContain(status);
      if (status !== 303) expect(text).toMatch(/role="alert"|class="[^"]*(faults|summary|notice)/);
    }
    return answers;
  }
  const count = async (path: string, text: string): Promise<number> => JSON.stringify(await member.api(path)).split(text).length - 1;

  it('makes one proposal', async () => {
    const title = 'A quiet room that is made once only';
    const html = await member.page('/events/wgt16/proposals/new');
    const answers = await thrice('/events/wgt16/proposals/new', { key: keyIn(html), title, body: 'Somewhere to sit down.' });
    expect(new Set(answers.filter((a) => a.status === 303).map((a) => a.to)).size).toBe(1);
    expect(await count('/events/wgt16/proposals?sort=newest&limit=50', title)).toBe(1);
  });

  it('makes one comment', async () => {
    const { items } = await member.api<{ items: { id: string }[] }>('/events/wgt16/proposals?sort=newest&limit=1');
    const path = `/events/wgt16/proposals/${items[0]!.id}`;
    const comment = 'Said once and meant once.';
    await thrice(path, { do: 'comment', key: keyIn(await member.page(path), 'id="say"'), comment });
    expect(await count(`${path}/comments`, comment)).toBe(1);
    // Two tabs are two forms: who says it in both has said it twice, and may.
    await member.send(path, { do: 'comment', key: keyIn(await member.page(path), 'id="say"'), comment: 'And another thing.' });
    expect(await count(`${path}/comments`, 'And another thing.')).toBe(1);
  });

  it('posts one spark, gives one support, makes one report', async () => {
    const text = 'One spark however often it is sent';
    await thrice('/sparks?event=wgt16', { do: 'post', text, eventSlug: 'wgt16', event: 'wgt16' });
    expect(await count('/sparks?event=wgt16&sort=newest&limit=50', text)).toBe(1);
    const { items } = await member.api<{ items: { id: string; text: string }[] }>('/sparks?event=wgt16&sort=newest&limit=50');
    const other = items.find((spark) => spark.text !== text)!;
    await thrice(`/sparks/${other.id}`, { do: 'support' });
    await thrice(`/sparks/${other.id}`, { do: 'report', reason: 'spam' });
  });

  it('opens one account', async () => {
    const fields = { name: 'Once Only', email: 'once@only.example', password: 'three or four words' };
    const guest = new Visitor(product.origin);
    const answers = await Promise.all([guest.send('/sign-up', fields), guest.send('/sign-up', fields)]);
    for (const { status } of answers) expect(status).toBeLessThan(500);
    const admin = new Visitor(product.origin);
    await admin.send('/sign-in', { email: 'admin@demo.example', password: PASSWORD });
    const found = await admin.api<{ items: unknown[] }>('/admin/accounts?email=once@only.example');
    expect(found.items.length).toBe(1);
  });
});
