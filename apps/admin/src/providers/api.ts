import { HttpError } from 'react-admin';
import type { Problem } from './problem.js';

const BASE = '/api/v1/';

/** A refusal or fault of the API, with what it says. */
export class ProblemError extends HttpError {
  constructor(readonly problem: Problem) {
    super(sentence(problem), problem.status);
    // HttpError makes every instance its own; without this `instanceof` would not know ours.
    Object.setPrototypeOf(this, ProblemError.prototype);
  }
}

const sentence = ({ title, detail, requestId }: Problem): string =>
  [title, detail && detail !== title ? detail : '', requestId ? `(${requestId})` : ''].filter(Boolean).join(' · ');

const OFFLINE: Problem = { title: 'No connection', status: 0, code: 'OFFLINE', detail: 'What you typed is kept. Please try again.' };

/** A key under which a request that moves money may be repeated without taking effect twice. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface Write {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Sent as `Idempotency-Key`; keep the same one while repeating the same request. */
  key?: string;
}

async function answer<T>(request: Promise<Response>): Promise<T> {
  const response = await request.catch(() => {
    throw new ProblemError(OFFLINE);
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  if (!response.ok)
    throw new ProblemError(isJson ? (JSON.parse(text) as Problem) : { title: response.statusText, status: response.status, code: 'FAULT' });
  return (isJson && text ? JSON.parse(text) : undefined) as T;
}

/** Reads a view. Throws ProblemError. */
export function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const address = `${BASE}${path}${search.size ? `?${search}` : ''}`;
  return answer<T>(fetch(address, { headers: { accept: 'application/json' }, signal }));
}

/** Asks for a change. Throws ProblemError. */
export function write<T = unknown>(path: string, { method = 'POST', body, key }: Write = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-requested-with': 'wegettogether' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (key) headers['idempotency-key'] = key;
  return answer<T>(fetch(`${BASE}${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }));
}
