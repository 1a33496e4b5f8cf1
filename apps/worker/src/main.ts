import { NestFactory } from '@nestjs/core';
import { Jobs, logOf, readConfig } from '#platform';
import { fail } from '../../api/src/say-why.js';
import { WorkerModule } from './worker.module.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), { logger: logOf(config), abortOnError: false });
  await app.get(Jobs).start();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void app.close().then(() => process.exit(0), fail));
}

main().catch(fail);
