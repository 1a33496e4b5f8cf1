import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mountAdmin } from './admin.js';
import { mountSite } from './site.js';

/** Serves the built front ends from the API's own origin: the admin's files at /admin, the public site everywhere else. */
export async function mountFrontEnds(app: NestFastifyApplication, publicUrl: string): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await mountAdmin(fastify);
  await mountSite(fastify, publicUrl);
}
