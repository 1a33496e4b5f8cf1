import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accessRefusals, httpRefusals, nonceOf } from '#platform';

const BUILT = join(process.cwd(), 'dist/apps/site');

interface ToApi {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

type Site = (request: Request, extras: { nonce: string; requestId: string }) => Promise<Response>;
type MakeSite = (parts: {
  fault: (said: object) => void;
  api: (request: ToApi) => Promise<{ status: number; headers: Record<string, string | string[] | number | undefined>; body: string }>;
}) => Site;

/** Everything that is neither the API nor a file is a page of the site, rendered here; its data come from the API in this process. */
export async function mountSite(fastify: FastifyInstance, publicUrl: string): Promise<void> {
  const entry = join(BUILT, 'server/index.js');
  if (!existsSync(entry)) return;
  // The API limits rates by address: a page's own requests count for the visitor they are made for.
  const visitorAddress = new AsyncLocalStorage<string>();
  const log = new Logger('site');
  const parts: Parameters<MakeSite>[0] = {
    fault: (said) => log.error(said),
    api: async ({ method, url, headers, body }) => {
      const answer = await fastify.inject({
        method: method as 'GET',
        url,
        headers,
        remoteAddress: visitorAddress.getStore(),
        ...(body === undefined ? {} : { payload: body }),
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.body };
    },
  };
  // The first page loads it: an API that serves none is smaller, and up sooner.
  let site: Promise<Site> | undefined;
  const load = async (): Promise<Site> => ((await import(pathToFileURL(entry).href)) as { createSite: MakeSite }).createSite(parts);
  await fastify.register(fastifyStatic, {
    root: join(BUILT, 'client/assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  const page = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (/^\/(api|webhooks|health|dev|admin)(\/|$)/.test(request.url.split('?')[0]!)) throw accessRefusals.NOT_FOUND();
    const render = await (site ??= load());
    const response = await visitorAddress.run(request.ip, () =>
      render(asWebRequest(request, publicUrl), { nonce: nonceOf(reply), requestId: request.id }),
    );
    void reply.status(response.status);
    for (const [name, value] of response.headers) if (name !== 'set-cookie') void reply.header(name, value);
    for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
    await reply.send(Buffer.from(await response.arrayBuffer()));
  };
  for (const [file, type] of Object.entries({ 'favicon.svg': 'image/svg+xml', 'robots.txt': 'text/plain; charset=utf-8' })) {
    if (!existsSync(join(BUILT, 'client', file))) continue;
    const content = readFileSync(join(BUILT, 'client', file));
    fastify.get(`/${file}`, (_request, reply) => reply.type(type).header('cache-control', 'public, max-age=86400').send(content));
  }
  fastify.get('/', page);
  fastify.get('/*', page);
  fastify.post('/', page);
  fastify.post('/*', page);
}

/** What browsers send a page's form as. */
const FORM = /^\s*application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Fastify's request as the web's own kind, which the site speaks. Its host is the one that was asked, its path is whatever comes after: two
 * slashes at its beginning must not name another host, which a form of that host's would then seem to come from.
 */
function asWebRequest(request: FastifyRequest & { rawBody?: Buffer }, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value));
  const body = request.method === 'POST' ? request.rawBody : undefined;
  if (request.method === 'POST' && !FORM.test(request.headers['content-type'] ?? ''))
    throw httpRefusals.BAD_REQUEST({}, 'A page takes what its own form sends.');
  const origin = request.headers.host ? `${new URL(publicUrl).protocol}//${request.headers.host}` : publicUrl;
  const address = origin + request.url;
  if (!request.url.startsWith('/') || !URL.canParse(address)) throw httpRefusals.BAD_REQUEST({}, 'This address cannot be read.');
  return new Request(address, {
    method: request.method,
    headers,
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}
