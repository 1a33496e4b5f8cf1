import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '#kernel';

interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  headers: Record<string, string>;
  body?: object;
}

interface Answer {
  status: number;
  body: unknown;
  /** Where a redirect leads. */
  location?: string;
}

/** How a request reaches the API: in the same process, or over the network. */
export type Send = (request: Request) => Promise<Answer>;

/** The public API as one person uses it. An answer that is no success throws, with what the API said. */
export class Api {
  constructor(
    private readonly send: Send,
    private readonly token?: string,
  ) {}

  /** The same API, signed in with an access token. */
  as(token: string): Api {
    return new Api(this.send, token);
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.call<T>('PUT', path, body);
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.call<T>('PATCH', path, body);
  }

  /** Where an address of ours leads on to. */
  async follow(url: string): Promise<string> {
    const { pathname, search } = new URL(url, 'http://localhost');
    const { status, location } = await this.send({ method: 'GET', path: pathname + search, headers: this.signedIn() });
    if (!location) throw new Error(`${url} leads nowhere (${status})`);
    return location;
  }

  private signedIn(): Record<string, string> {
    return this.token ? { authorization: `Bearer ${this.token}` } : {};
  }

  private async call<T>(method: Request['method'], path: string, body?: object): Promise<T> {
    const headers: Record<string, string> = {
      'idempotency-key': newId(),
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
    };
    const answer = await this.send({ method, path: `/api/v1/${path}`, headers, ...(body ? { body } : {}) });
    if (answer.status >= 300) throw new Error(`${method} ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }
}

/** What several people do at about the same time, as people do. Done when all of them have. */
export async function together<P>(people: readonly P[], deed: (person: P, at: number) => Promise<unknown>): Promise<void> {
  await Promise.all(people.map(deed));
}

/** Everybody asks from a network of their own, as people at home do: ballots from one network would look odd. */
function homeOf(person: string): string {
  const [a, b, c] = createHash('sha256').update(person).digest();
  return `10.${a}.${b}.${c}`;
}

/** Requests answered by an application in this process, past the network but through everything else. */
export const inProcess =
  (app: NestFastifyApplication): Send =>
  async ({ method, path, headers, body }) => {
    const remoteAddress = homeOf(headers.authorization ?? '');
    const answer = await app.inject({ method, url: path, headers, remoteAddress, ...(body ? { payload: body } : {}) });
    return {
      status: answer.statusCode,
      body: answer.body ? (JSON.parse(answer.body) as unknown) : undefined,
      location: answer.headers.location,
    };
  };

/** Requests to a running server. */
export const overHttp =
  (origin: string): Send =>
  async ({ method, path, headers, body }) => {
    const answer = await fetch(origin + path, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: 'manual',
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text ? (JSON.parse(text) as unknown) : undefined,
      location: answer.headers.get('location') ?? undefined,
    };
  };
