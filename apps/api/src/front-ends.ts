import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, nonceOf } from '#platform';

const ADMIN = join(process.cwd(), 'dist/apps/admin');

/** Serves the built front ends from the API's own origin: the admin's files at /admin, the public site everywhere else. */
export async function mountFrontEnds(app: NestFastifyApplication, _config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  if (existsSync(join(ADMIN, 'index.html'))) {
    const page = readFileSync(join(ADMIN, 'index.html'), 'utf8');
    await fastify.register(fastifyStatic, {
      root: join(ADMIN, 'assets'),
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
}
