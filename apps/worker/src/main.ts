import { NestFactory } from '@nestjs/core';
import { Jobs, readConfig } from '#platform';
import { fail } from '../../api/src/say-why.js';
import { WorkerModule } from './worker.module.js';

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(readConfig(process.env)), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await app.get(Jobs).start();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void app.close().then(() => process.exit(0), fail));
}

main().catch(fail);
