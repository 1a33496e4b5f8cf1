import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { seedPeople } from './people.js';

/** Fills a new installation with the two demo events, through the same doors that people use. */
export async function seedDemo(app: NestFastifyApplication): Promise<void> {
  await seedPeople(app);
}
