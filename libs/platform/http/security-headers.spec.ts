import { fastify as makeFastify } from 'fastify';
import { readConfig } from '../config/config.js';
import { addSecurityHeaders, nonceOf } from './security-headers.js';

describe('security headers', () => {
  const fastify = makeFastify();
  beforeAll(async () => {
    await addSecurityHeaders(
      fastify,
      readConfig({
        DATABASE_URL: 'postgresql://nobody@localhost/none',
        STRIPE_API_BASE: 'http://127.0.0.1:1',
        PUBLIC_URL: 'https://site.example',
      }),
    );
    fastify.get('/data', () => ({}));
    fastify.get('/page', (_request, reply) => ({ nonces: [nonceOf(reply), nonceOf(reply)] }));
    await fastify.ready();
  });
  afterAll(() => fastify.close());

  it('are on every answer, also where there is nothing, and allow no inline script', async () => {
    for (const url of ['/data', '/nothing']) {
      const { headers } = await fastify.inject(url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'content-security-policy': expect.stringContaining("script-src 'self';style-src 'self';") as string,
      });
    }
  });

  it('allow the nonce of a page in that answer only', async () => {
    const [one, other] = [await fastify.inject('/page'), await fastify.inject('/page')];
    const [nonce, again] = one.json<{ nonces: string[] }>().nonces;
    expect(again).toBe(nonce);
    expect(one.headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}';style-src 'self' 'nonce-${nonce}';`);
    expect(other.headers['content-security-policy']).not.toContain(nonce);
  });
});
