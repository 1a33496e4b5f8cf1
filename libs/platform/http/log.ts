import { ConsoleLogger, Logger, type LogLevel } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';

const GRAVE: LogLevel[] = ['fatal', 'error'];
/** What each LOG_LEVEL lets through. We have little to tell in between: what happened is in `/metrics` and in the audit log. */
const LEVELS: Readonly<Record<string, LogLevel[]>> = {
  silent: ['fatal'],
  error: GRAVE,
  warn: [...GRAVE, 'warn'],
  info: [...GRAVE, 'warn'],
  debug: [...GRAVE, 'warn', 'debug'],
  trace: [...GRAVE, 'warn', 'debug', 'log', 'verbose'],
};

/** What every process of ours logs, as JSON lines in production, without bodies and without personal data. */
export const logOf = ({ runtime }: Config): ConsoleLogger =>
  new ScrubbedLogger({ json: runtime.production, logLevels: LEVELS[runtime.logLevel]! });

/** From `debug` on a line per answer: which route, how it ended, how long it took, for whom. Never an address as it was asked for. */
export function logAnswers(fastify: FastifyInstance, { runtime }: Config): void {
  if (!LEVELS[runtime.logLevel]!.includes('debug')) return;
  const log = new Logger('http');
  fastify.addHook('onResponse', (request: FastifyRequest & { user?: { accountId?: string } }, reply, done) => {
    const { id: requestId, method } = request;
    const route = request.routeOptions?.url ?? 'none';
    const actorId = request.user?.accountId ?? null;
    log.debug({ requestId, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime), actorId });
    done();
  });
}

const ADDRESS = /[^\s<>"'(),:;=/]+@[^\s<>"'(),:;=/]+/g;
/** 256 random bits as we write them, with whatever stands before: access tokens, links, sessions; and the keys of the payment provider. */
const SECRET = /\b(?:wgt_|whsec_|[sr]k_(?:test|live)_)[\w-]{8,}|(?<![\w-])[\w-]{43}(?![\w-])/g;

/** Nobody writes an address or a secret into a log on purpose; the words of a mail server or a fault may bring one along. */
export const scrub = (text: string): string => text.replace(ADDRESS, '[address]').replace(SECRET, '[secret]');

class ScrubbedLogger extends ConsoleLogger {
  protected override printMessages(
    messages: unknown[],
    context?: string,
    level?: LogLevel,
    stream?: 'stdout' | 'stderr',
    stack?: unknown,
    params?: Record<string, unknown>,
  ): void {
    super.printMessages(messages.map(scrubbed), context, level, stream, scrubbed(stack), params);
  }
}

function scrubbed(message: unknown): unknown {
  if (typeof message === 'string') return scrub(message);
  if (message instanceof Error) return scrub(message.stack ?? message.message);
  if (typeof message !== 'object' || message === null) return message;
  return Object.fromEntries(Object.entries(message).map(([key, value]) => [key, scrubbed(value)]));
}
