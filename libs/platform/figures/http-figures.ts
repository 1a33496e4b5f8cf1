import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Histogram, type Registry } from 'prom-client';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Streams stay open as long as somebody looks: their length says nothing about how fast we are. */
const STREAM = 'text/event-stream';

/** Requests and how long they took, by the template of their route: an address as it was asked for never becomes a label. */
@Injectable()
export class HttpFigures implements OnModuleInit {
  private readonly requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered, by method, route template and class of status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers: [],
  });
  private readonly durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the request to the end of its answer, by method and route template; streams are left out.',
    labelNames: ['method', 'route'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [],
  });

  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // A worker serves nobody.
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance>();
    fastify?.addHook('onResponse', (request, reply, done) => {
      this.note(request, reply);
      done();
    });
  }

  register(registry: Registry): void {
    registry.registerMetric(this.requests);
    registry.registerMetric(this.durations);
  }

  private note(request: FastifyRequest, reply: FastifyReply): void {
    const method = METHODS.has(request.method) ? request.method : 'other';
    const route = request.routeOptions?.url ?? 'none';
    this.requests.inc({ method, route, status: `${Math.floor(reply.statusCode / 100)}xx` });
    if (!String(reply.getHeader('content-type')).startsWith(STREAM)) this.durations.observe({ method, route }, reply.elapsedTime / 1_000);
  }
}
