import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, Drain, Jobs, createServer } from '#platform';
import { ApiModule } from './api.module.js';
import { mountFrontEnds } from './front-ends/front-ends.js';

export interface Running {
  app: NestFastifyApplication;
  stop(): Promise<void>;
}

/** Starts the HTTP server, and the jobs beside it where the worker is inline. */
export async function serve(config: Config): Promise<Running> {
  const app = await makeApp(config);
  const drain = new Drain(app.getHttpServer());
  await app.listen({ port: config.http.port, host: process.env.HOST ?? '0.0.0.0' });
  if (config.runtime.worker === 'inline') await app.get(Jobs).start();
  return { app, stop: () => drain.empty().then(() => app.close()) };
}

/** The application with everything it serves, ready to answer but not listening. */
export async function makeApp(config: Config): Promise<NestFastifyApplication> {
  const app = await createServer(ApiModule.with(config), config);
  await mountFrontEnds(app, config.http.publicUrl);
  return ready(app);
}

/** The API alone. */
export const makeApi = async (config: Config): Promise<NestFastifyApplication> => ready(await createServer(ApiModule.with(config), config));

async function ready(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
