import { connect } from 'node:net';
import { RunningProduct } from '../support/running.js';

const PHRASE = ' a phrase with spaces around ';

describe('a server that is asked oddly', () => {
  let product: RunningProduct;
  beforeAll(async () => {
    product = await RunningProduct.startFirst({ DEMO: '0', RATE_LIMITS: 'on' });
  });
  afterAll(() => product.discard());

  /** What no client library would send. */
  function raw(...lines: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(new URL(product.origin).port), 'localhost', () =>
        socket.write([...lines, 'Connection: close', '', ''].join('\r\n')),
      );
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('close', () => resolve(answer.split('\r\n')[0]!));
      socket.on('error', reject);
    });
  }
  const form = (path: string, fields: Record<string, string>) =>
    fetch(product.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });
  const api = (path: string, body: object) =>
    fetch(`${product.origin}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it.each(['[', 'a b', ':'])('says 400 to a page of the host “%s”, which is none', async (host) => {
    expect(await raw('GET / HTTP/1.1', `Host: ${host}`)).toContain(' 400 ');
  });

  it('takes the host from the request, never from a path that begins with two slashes', async () => {
    const host = new URL(product.origin).host;
    const post = (path: string, origin: string) =>
      raw(
        `POST ${path} HTTP/1.1`,
        `Host: ${host}`,
        `Origin: ${origin}`,
        'Content-Type: application/x-www-form-urlencoded',
        'Content-Length: 0',
      );
    expect(await post('//evil.example/sign-in', 'http://evil.example')).toContain(' 403 ');
    expect(await post('http://evil.example/sign-in', 'http://evil.example')).toContain(' 400 ');
    expect(await post('/sign-in', product.origin)).toContain(' 422 ');
  });

  it.each([['application/json'], ['text/plain'], [undefined]])('says 400 to a page that is sent %s in place of a form', async (type) => {
    const headers = { 'sec-fetch-site': 'same-origin', ...(type ? { 'content-type': type } : {}) };
    const { status } = await fetch(`${product.origin}/sign-in`, { method: 'POST', headers, body: type ? '{}' : null });
    expect(status).toBe(400);
  });

  it('counts every page, and lets probes alone; a look at the head alone is a read', async () => {
    const limits = async (path: string, method = 'GET') =>
      (await fetch(product.origin + path, { method })).headers.get('x-ratelimit-limit');
    expect(await limits('/healthy')).toBe('600');
    expect(await limits('/health/live')).toBeNull();
    const left = async (method: string) =>
      Number((await fetch(`${product.origin}/api/v1/sparks`, { method })).headers.get('x-ratelimit-remaining'));
    const before = await left('GET');
    expect(await left('HEAD')).toBe(before - 1);
  });

  it('has nobody on the way keep an answer of the API', async () => {
    expect((await fetch(`${product.origin}/api/v1/me`)).headers.get('cache-control')).toBe('no-store');
    expect((await fetch(`${product.origin}/api/v1/sparks`)).headers.get('cache-control')).toBe('no-store');
  });

  it('takes a password as it was typed, and shows none again', async () => {
    await form('/sign-up', { name: 'Ann', email: ' ann@example.org ', password: PHRASE });
    const mail = /href="(\/dev\/mail\/[^"]+)"/.exec(await (await fetch(`${product.origin}/dev/mail`)).text())![1]!;
    const token = /token=([\w-]+)/.exec(await (await fetch(product.origin + mail)).text())![1];
    const cookie = (await form('/confirm', { token: token! })).headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await api('/auth/login', { email: 'ann@example.org', password: PHRASE.trim() })).status).toBe(401);
    expect((await api('/auth/login', { email: 'ann@example.org', password: PHRASE })).status).toBe(200);
    const headers = { 'sec-fetch-site': 'same-origin', cookie };
    const body = new URLSearchParams({ do: 'password', currentPassword: 'not the right one', newPassword: 'never to be shown again' });
    const page = await fetch(`${product.origin}/me`, { method: 'POST', headers, body });
    expect(await page.text()).not.toMatch(/never to be shown|not the right one/);
  });
});
