import { NestFactory } from '@nestjs/core';
import { Jobs, readConfig } from '#platform';
import { WorkerModule } from './worker.module.js';

const app = await NestFactory.createApplicationContext(WorkerModule.with(readConfig(process.env)), {
  logger: ['error', 'warn'],
  abortOnError: false,
});
await app.get(Jobs).start();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void app.close().then(() => process.exit(0)));
