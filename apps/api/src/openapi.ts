import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '#platform';
import { describeApi } from '#platform/contract';
import { ApiModule } from './api.module.js';

/** Writes the contract to `openapi.json` or to the file named, without a database: the routes are only looked at. */
const config = readConfig({ DATABASE_URL: 'postgresql://nobody@localhost/none', STRIPE_API_BASE: 'http://127.0.0.1:1' });
const root = ApiModule.with(config);
const app = await NestFactory.create<NestFastifyApplication>(root, new FastifyAdapter(), { preview: true, logger: false });
writeFileSync(process.argv[2] ?? 'openapi.json', `${JSON.stringify(describeApi(app, root), null, 1)}\n`);
await app.close();
