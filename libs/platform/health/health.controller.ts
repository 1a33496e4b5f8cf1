import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Registry } from 'prom-client';
import { Anyone } from '../access/access.js';
import { Database } from '../database/database.js';
import { httpRefusals } from '../http/problem.filter.js';

@ApiExcludeController()
@Controller()
export class HealthController {
  private readyAt = 0;
  private figures: Promise<Registry> | undefined;

  constructor(private readonly database: Database) {}

  @Get('health/live')
  @Anyone()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** Ready when the database answers; asked at most once a second, so that probes are no load. */
  @Get('health/ready')
  @Anyone()
  async ready(): Promise<{ status: 'ready' }> {
    if (performance.now() - this.readyAt > 1_000 || this.readyAt === 0) {
      await this.database.query('select 1').catch(() => {
        throw httpRefusals.TRY_AGAIN();
      });
      this.readyAt = performance.now();
    }
    return { status: 'ready' };
  }

  @Get('metrics')
  @Anyone()
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const figures = await (this.figures ??= collected());
    void reply.header('content-type', figures.contentType);
    return figures.metrics();
  }
}

/** Loaded by the first who asks for figures: most processes are asked by nobody. */
async function collected(): Promise<Registry> {
  const { Registry, collectDefaultMetrics } = await import('prom-client');
  const register = new Registry();
  collectDefaultMetrics({ register });
  return register;
}
