import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { Anyone } from '../access/access.js';
import { Database } from '../database/database.js';
import { httpRefusals } from '../http/problem.filter.js';

/** The registry behind /metrics; modules add their own figures to it. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

@ApiExcludeController()
@Controller()
export class HealthController {
  private readyAt = 0;

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
  @Header('content-type', metrics.contentType)
  metrics(): Promise<string> {
    return metrics.metrics();
  }
}
