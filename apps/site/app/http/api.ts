import { data, redirect } from 'react-router';
import { type Problem, asProblem } from './problem';
import { withNext } from './way-back';

export interface ApiRequest {
  readonly method: string;
  /** Path and query, starting with `/api/v1`. */
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

export interface ApiReply {
  readonly status: number;
  readonly headers: Record<string, string | string[] | number | undefined>;
  readonly body: string;
}

export type SendToApi = (request: ApiRequest) => Promise<ApiReply>;

export type Outcome<T> = { readonly ok: true; readonly body: T } | { readonly ok: false; readonly problem: Problem };

type Query = Record<string, string | number | undefined | null>;

const FORWARDED = ['cookie', 'user-agent'];

/** The JSON API as one visitor's page sees it: with that visitor's cookie and language, and nobody else's. */
export class Api {
  /** What the API wants the browser to remember; the server entry passes it on. */
  readonly cookies: string[] = [];
  private readonly headers: Record<string, string>;

  constructor(
    private readonly send: SendToApi,
    incoming: Headers,
  ) {
    this.headers = { accept: 'application/json' };
    for (const name of FORWARDED) {
      const value = incoming.get(name);
      if (value) this.headers[name] = value;
    }
  }

  /** In which language the page wants its answers. */
  speak(language: string): void {
    this.headers['accept-language'] = language;
  }

  /** Whether the browser sent a session cookie; without one nobody is signed in and nobody needs to be asked. */
  get hasSession(): boolean {
    return /wgt_session=/.test(this.headers['cookie'] ?? '');
  }

  /** Reads what the page needs. */
  async get<T>(path: string, query: Query = {}, back?: string): Promise<T> {
    return needed(await this.look<T>(path, query), back);
  }

  /** Reads a part of a page that the page can do without; undefined when it is not to be had. */
  async part<T>(path: string, query: Query = {}): Promise<T | undefined> {
    const outcome = await this.look<T>(path, query);
    return outcome.ok ? outcome.body : undefined;
  }

  /** Reads, and leaves it to the caller what a refusal means. */
  look<T>(path: string, query: Query = {}): Promise<Outcome<T>> {
    return this.ask<T>('GET', path + search(query));
  }

  /** Where an address of the API leads on to; undefined while it is not ready. Refusals as `get`. */
  async leadsTo(path: string, query: Query, back: string): Promise<string | undefined> {
    const reply = await this.send({ method: 'GET', url: `/api/v1${path}${search(query)}`, headers: this.headers });
    if (reply.status >= 300 && reply.status < 400) return String(reply.headers['location'] ?? '') || undefined;
    if (reply.status === 503) return undefined;
    return needed<never>({ ok: false, problem: asProblem(reply.status, readJson(reply.body)) }, back);
  }

  /** Writes. `key` makes a repeated send of the same form count once. */
  write<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object, key?: string): Promise<Outcome<T>> {
    return this.ask<T>(method, path, body ?? (method === 'DELETE' ? undefined : {}), key);
  }

  private async ask<T>(method: string, path: string, body?: object, key?: string): Promise<Outcome<T>> {
    const headers: Record<string, string> = { ...this.headers };
    if (method !== 'GET') headers['x-requested-with'] = 'wegettogether';
    if (body) headers['content-type'] = 'application/json';
    if (key) headers['idempotency-key'] = key;
    const reply = await this.send({ method, url: `/api/v1${path}`, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const cookies = reply.headers['set-cookie'];
    if (cookies !== undefined) this.cookies.push(...[cookies].flat().map(String));
    const read = readJson(reply.body);
    return reply.status < 400 ? { ok: true, body: read as T } : { ok: false, problem: asProblem(reply.status, read) };
  }
}

/** What a page cannot do without. A refusal becomes its error page; a missing sign-in leads to the sign-in page and `back`. */
export function needed<T>(outcome: Outcome<T>, back?: string): T {
  if (outcome.ok) return outcome.body;
  if (outcome.problem.status === 401 && back) throw redirect(withNext('/sign-in', back));
  throw data(outcome.problem, { status: outcome.problem.status });
}

function readJson(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function search(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  return given.length ? `?${new URLSearchParams(given)}` : '';
}
