import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '#kernel';
import type { Config } from '../config/config.js';
import { runInContext } from './context.js';
import { logAnswers, logOf } from './log.js';
import { networkOf } from './network-of.js';
import { asRefusal, httpRefusals, sendProblem } from './problem.filter.js';
import { addSecurityHeaders, withSecurityHeaders } from './security-headers.js';
import { boundedQuery, cleanInput } from './strict-input.js';

const BODY_LIMIT = 100 * 1024;
const REQUESTS_A_MINUTE = 600;
const WRITES_A_MINUTE = 240;
const PLAIN_FORM = /^\s*(application\/x-www-form-urlencoded|text\/plain|multipart\/form-data)/i;

/** What costs nothing to answer: probes, and files. A page that only begins like one of them is a page. */
const UNLIMITED = /^\/(health\/(live|ready)$|(admin\/)?assets\/)/;
const reads = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

/** Makes the HTTP application with every limit in place; the caller starts listening. */
export async function createServer(module: Type | DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(config), {
    rawBody: true,
    logger: logOf(config),
    abortOnError: false,
  });
  await harden(app, config);
  return app;
}

/** Fastify with strict limits on size, time and shape of requests. */
export const httpAdapter = ({ http }: Config): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trusted(http.trustProxy),
    requestTimeout: 30_000,
    connectionTimeout: 35_000,
    keepAliveTimeout: 5_000,
    // Node looks only twice a minute whether a limit has passed: a slow sender would have twice its time.
    http: { connectionsCheckingInterval: 5_000 },
    genReqId: () => newId(),
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(withSecurityHeaders(reply), request.id, asRefusal(error)),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
  });

/** A number of proxies means: that many hops before us are believed. */
const trusted = (proxies: string | number | undefined): string | false | ((address: string, hop: number) => boolean) =>
  typeof proxies === 'number' ? (_address, hop) => hop < proxies : (proxies ?? false);

/** Bodies and replies are described by classes, never by schemas of the server: its compilers need not be loaded. */
const noSchemas = (): never => {
  throw new Error('a route has a schema of the server; describe its body by a class');
};

/** Cookies, security headers, rate limits, request ids, clean input and problem answers on every route. */
export async function harden(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.server.headersTimeout = 15_000;
  await app.register(cookie);
  await addSecurityHeaders(fastify, config);
  if (config.http.rateLimits) {
    await app.register(rateLimit, {
      global: true,
      timeWindow: 60_000,
      max: (request) => (reads(request) ? REQUESTS_A_MINUTE : WRITES_A_MINUTE),
      keyGenerator: (request) => `${networkOf(request.ip)}:${reads(request) ? 'r' : 'w'}`,
      allowList: (request) => UNLIMITED.test(request.url),
      errorResponseBuilder: (_request, { ttl }) => httpRefusals.TOO_MANY_REQUESTS({ retryAfterSeconds: Math.ceil(ttl / 1000) }),
    });
  }
  // A route may ask for a limit of its own with `@RouteConfig({ bodyLimit })`.
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit) route.bodyLimit = bodyLimit;
  });
  // What a page elsewhere can make a browser send without being asked first (a plain form) is nothing that a program needs.
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/api/')) return done();
    // Most answers are somebody's own: nothing on the way keeps one, unless its route says so.
    void reply.header('cache-control', 'no-store');
    if (PLAIN_FORM.test(request.headers['content-type'] ?? '')) throw httpRefusals.WRONG_MEDIA_TYPE();
    done();
  });
  fastify.addHook('onRequest', (request, _reply, done) => runInContext({ requestId: request.id, actorId: null }, done));
  fastify.addHook('preValidation', (request, _reply, done) => {
    boundedQuery(request.query as object);
    request.query = cleanInput(request.query);
    if (typeof request.body === 'object') request.body = cleanInput(request.body);
    done();
  });
  logAnswers(fastify, config);
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
}
