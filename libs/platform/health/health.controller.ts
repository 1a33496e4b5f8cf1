import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Anyone } from '../access/access.js';
import { Figures } from '../figures/figures.js';
import { InContract } from '../openapi/in-contract.js';
import { healthRefusals } from './health.refusals.js';
import { LiveView, ReadyView } from './health.view.js';
import { Readiness } from './readiness.js';

/** For proxies and operators; nothing here tells anything about anybody. */
@InContract((api) => api.ApiTags('operation'))
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly figures: Figures,
  ) {}

  @Get('health/live')
  @Anyone()
  @InContract((api) => api.ApiOperation({ summary: 'Whether the process answers at all; asks nothing of the database.' }))
  live(): LiveView {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Anyone()
  @InContract((api) =>
    api.ApiOperation({
      summary: 'Whether this server can serve.',
      description:
        '503 NOT_READY names the reason in `details.reason`: `database away`; `migrations missing` (the database lacks one of this release: run `wgt migrate`); ' +
        '`queue stands still` (no worker has shown itself, or the next job has not been taken, for longer than WORKER_SILENCE). Looked at once a second at most.',
    }),
  )
  async ready(): Promise<ReadyView> {
    const reason = await this.readiness.missing();
    if (reason) throw healthRefusals.NOT_READY({ reason }, reason);
    return { status: 'ready' };
  }

  @Get('metrics')
  @Anyone()
  @InContract((api) => api.ApiProduces('text/plain'))
  @InContract((api) => api.ApiOkResponse({ schema: { type: 'string' } }))
  @InContract((api) =>
    api.ApiOperation({
      summary: 'Figures for Prometheus.',
      description:
        'Requests and their durations by route template, the database pool, jobs waiting and failed, entries without a seal, messages of the payment processor ' +
        'not worked on, event-loop delay and memory of this process. No personal data, no addresses as they were asked for. Read once a second at most.',
    }),
  )
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.figures.contentType);
    return this.figures.text();
  }
}
