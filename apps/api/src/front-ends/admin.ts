import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { nonceOf } from '#platform';

const BUILT = join(process.cwd(), 'dist/apps/admin');

/** The admin is files and one page; the page carries the nonce with which its styles are allowed. */
export async function mountAdmin(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(join(BUILT, 'index.html'))) return;
  const page = readFileSync(join(BUILT, 'index.html'), 'utf8');
  await fastify.register(fastifyStatic, {
    root: join(BUILT, 'assets'),
    prefix: '/admin/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  for (const path of ['/admin', '/admin/*']) {
    fastify.get(path, (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(page.replaceAll('__NONCE__', nonceOf(reply))),
    );
  }
}
