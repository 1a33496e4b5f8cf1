import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import { type FastifyInstance, type FastifyReply, fastify as makeFastify } from 'fastify';
import type { Config } from '../config/config.js';

const POLICY = 'content-security-policy';
const HEADERS = 'securityHeaders';

/** Security headers on every answer: the same each time, so that they are worked out once. A page adds its nonce by `nonceOf`. */
export async function addSecurityHeaders(fastify: FastifyInstance, config: Config): Promise<void> {
  const headers = await constantHeaders(config);
  fastify.decorate(HEADERS, headers);
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** For an answer that is given before any hook runs: to an address that cannot be read. */
export const withSecurityHeaders = (reply: FastifyReply): FastifyReply =>
  reply.headers(reply.server.getDecorator<Record<string, string>>(HEADERS));

/** What helmet adds to an answer, seen by asking a server that does nothing else. */
async function constantHeaders(config: Config): Promise<Record<string, string>> {
  const probe = makeFastify();
  await probe.register(helmet, policies(config));
  const bare = new Set(['content-type', 'content-length', 'date', 'connection']);
  const { headers } = await probe.inject('/');
  await probe.close();
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (bare.has(name) ? [] : [[name, String(value)]])));
}

/** Scripts and styles come from our own origin, or carry the nonce of the page they belong to. Nothing else runs. */
function policies({ http, stripe }: Config): Parameters<typeof helmet>[1] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        // A form may end on the payment page: browsers check where its redirect leads.
        'form-action': ["'self'", stripe.apiBase ? new URL(stripe.apiBase).origin : 'https://checkout.stripe.com'],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: http.publicUrl.startsWith('https://') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  };
}

/** The page's nonce: one per answer, for the inline scripts and styles that a server-rendered page needs. Its policy allows them from here on. */
export function nonceOf(reply: FastifyReply): string {
  const policy = String(reply.getHeader(POLICY));
  const known = /'nonce-([^']+)'/.exec(policy)?.[1];
  if (known) return known;
  const nonce = randomBytes(16).toString('base64');
  void reply.header(POLICY, policy.replace(/(script|style)-src 'self'/g, `$& 'nonce-${nonce}'`));
  return nonce;
}
