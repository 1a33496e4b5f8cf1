import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, defineRefusals } from '#kernel';
import { accessRefusals } from '../access/access.refusals.js';
import { pgCode } from '../database/pg-error.js';

export const httpRefusals = defineRefusals({
  BAD_INPUT: { status: 422, title: 'Something in this request cannot be accepted' },
  BAD_REQUEST: { status: 400, title: 'This request cannot be read' },
  CONFLICT: { status: 409, title: 'This clashes with what is already there' },
  TOO_LARGE: { status: 413, title: 'This is larger than we accept' },
  WRONG_MEDIA_TYPE: { status: 415, title: 'Send this as application/json' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests; please wait a little' },
  TRY_AGAIN: { status: 503, title: 'We cannot answer right now; please try again in a moment' },
});

/** Turns whatever was thrown into `application/problem+json` (RFC 9457). Nothing of a fault's text leaves the house. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = asRefusal(error);
    if (!refusal)
      this.log.error({ requestId: request.id, route: request.routeOptions?.url, fault: (error as Error)?.stack ?? String(error) });
    sendProblem(reply, request.id, refusal);
  }
}

/** Writes a problem document: what a refusal says, or that something went wrong on our side. */
export function sendProblem(reply: FastifyReply, requestId: string, refusal: Refusal | undefined): void {
  const status = refusal?.kind.status ?? 500;
  const { retryAfterSeconds } = (refusal?.details ?? {}) as { retryAfterSeconds?: number };
  if (status === 503 || retryAfterSeconds) void reply.header('retry-after', String(retryAfterSeconds ?? 2));
  const { errors, ...details } = refusal?.details ?? {};
  void reply
    .status(status)
    .header('content-type', 'application/problem+json')
    .send({
      type: 'about:blank',
      title: refusal?.kind.title ?? 'Something went wrong on our side',
      status,
      code: refusal?.code ?? 'FAULT',
      detail: refusal?.message ?? 'Nothing was lost. If it happens again, tell us the request id.',
      requestId,
      ...(errors ? { errors } : {}),
      ...(Object.keys(details).length ? { details } : {}),
    });
}

/** SQLSTATE classes that mean "the database is busy or away" and those that mean "your value does not fit". */
const AWAY = /^(08|53|57P)|^(55P03|57014|25P03|40001|40P01)$/;
/** What the driver says of a connection that is gone, or that it could not get. */
const LOST = /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED|ECONNRESET|EPIPE|not queryable|ENOENT.*PGSQL/;
const UNFIT = /^22/;
const CLASH = /^23/;

/** The refusal an error stands for; undefined for a fault of ours. */
export function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message);
  const sqlState = pgCode(error);
  if (sqlState) {
    if (AWAY.test(sqlState)) return httpRefusals.TRY_AGAIN();
    if (UNFIT.test(sqlState)) return httpRefusals.BAD_INPUT();
    if (CLASH.test(sqlState)) return httpRefusals.CONFLICT();
  }
  if (LOST.test(String((error as Error)?.message))) return httpRefusals.TRY_AGAIN();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? fromStatus(status) : undefined;
}

function fromStatus(status: number, message?: string): Refusal | undefined {
  if (status === 413) return httpRefusals.TOO_LARGE();
  if (status === 415) return httpRefusals.WRONG_MEDIA_TYPE();
  if (status === 429) return httpRefusals.TOO_MANY_REQUESTS({ retryAfterSeconds: 60 });
  if (status === 404) return accessRefusals.NOT_FOUND();
  if (status === 401) return accessRefusals.SIGN_IN_NEEDED();
  if (status >= 400 && status < 500) return httpRefusals.BAD_REQUEST({}, message);
  return undefined;
}
