const PASSWORD = 'demo-password-2016';
const DAY_MS = 86_400_000;

interface Option {
  optionId: string;
  title: string;
}

export interface Poll {
  id: string;
  /** Option ids by their titles. */
  at: Record<string, string>;
}

/** A person at the API of the running product, signed in as a browser is. */
class Caller {
  private constructor(
    private readonly origin: string,
    private readonly cookie: string,
  ) {}

  static async signIn(origin: string, email: string): Promise<Caller> {
    const reply = await fetch(`${origin}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'wegettogether' },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    if (!reply.ok) throw new Error(`${email} could not sign in: ${reply.status}`);
    return new Caller(
      origin,
      reply.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    );
  }

  async send<T>(method: string, path: string, body?: object): Promise<T> {
    const reply = await fetch(`${this.origin}/api/v1/${path}`, {
      method,
      headers: { cookie: this.cookie, 'x-requested-with': 'wegettogether', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path} was answered ${reply.status}: ${text}`);
    return JSON.parse(text) as T;
  }
}

/** The polls of one demo event: declared by its organiser, filled in by its members. */
export class Polls {
  private constructor(
    readonly slug: string,
    private readonly organiser: Caller,
    private readonly voters: readonly Caller[],
  ) {}

  static async at(origin: string, slug: string, voters: readonly string[]): Promise<Polls> {
    const [organiser, ...people] = await Promise.all([`organiser@${slug}.example`, ...voters].map((email) => Caller.signIn(origin, email)));
    return new Polls(slug, organiser!, people);
  }

  /** Declares and opens a poll; it stays open for a week. */
  async open(declaration: object): Promise<Poll> {
    const closesAt = new Date(Date.now() + 7 * DAY_MS).toISOString();
    const { id } = await this.organiser.send<{ id: string }>('POST', this.path(), { closesAt, noticeHours: 0, ...declaration });
    const { options } = await this.organiser.send<{ options: Option[] }>('POST', this.path(`/${id}/open`), {});
    return { id, at: Object.fromEntries(options.map(({ title, optionId }) => [title, optionId])) };
  }

  /** Casts one ballot a voter. */
  async cast({ id }: Poll, ballots: readonly object[]): Promise<void> {
    await Promise.all(ballots.map((ballot, n) => this.voters[n]!.send('PUT', this.path(`/${id}/my-ballot`), ballot)));
  }

  /** Closes a poll and waits for its result. */
  async close({ id }: Poll): Promise<void> {
    await this.organiser.send('POST', this.path(`/${id}/close`), {});
    for (let tries = 0; tries < 600; tries += 1) {
      const { state } = await this.organiser.send<{ state: string }>('GET', this.path(`/${id}`));
      if (state === 'closed' || state === 'published') return;
      await new Promise((next) => setTimeout(next, 100));
    }
    throw new Error('the poll was not counted in a minute');
  }

  async counted(declaration: object, ballots: (at: Poll['at']) => readonly object[]): Promise<Poll> {
    const poll = await this.open(declaration);
    await this.cast(poll, ballots(poll.at));
    await this.close(poll);
    return poll;
  }

  /** Codes to print for people without an account. */
  async codes({ id }: Poll, count: number): Promise<string[]> {
    const { items } = await this.organiser.send<{ items: { code: string }[] }>('POST', this.path(`/${id}/paper-codes`), { count });
    return items.map(({ code }) => code);
  }

  async makeVoid({ id }: Poll, reason: string): Promise<void> {
    await this.organiser.send('POST', this.path(`/${id}/void`), { reason });
  }

  /** Moves the event one phase on. */
  async moveTo(phase: string): Promise<void> {
    const { version } = await this.organiser.send<{ version: number }>('GET', `events/${this.slug}`);
    await this.organiser.send('PATCH', `events/${this.slug}`, { version, phase });
  }

  /** Shortlisted proposals with their costs. */
  async proposals(): Promise<{ id: string; title: string }[]> {
    return (await this.organiser.send<{ items: { id: string; title: string }[] }>('GET', `events/${this.slug}/proposals?limit=50`)).items;
  }

  private path(rest = ''): string {
    return `events/${this.slug}/ballots${rest}`;
  }
}

/** Ranks as a body has them: the first title is place 1. */
export const ranked = (at: Poll['at'], ...titles: string[]): object => ({
  ranks: titles.map((title, n) => ({ optionId: at[title], rank: n + 1 })),
});
