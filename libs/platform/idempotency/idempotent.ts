import { createHash } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
  applyDecorators,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, catchError, concatMap, from, of, throwError } from 'rxjs';
import { Clock, Refusal, defineRefusals } from '#kernel';
import { Database } from '../database/database.js';
import { setOnce } from '../http/context.js';
import type { KnownRequest } from '../access/access.js';
import { badFields } from '../http/strict-input.js';
import { InContract } from '../openapi/in-contract.js';

export const idempotencyRefusals = defineRefusals({
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'This idempotency key was used for another request' },
  STILL_RUNNING: { status: 409, title: 'The first request with this key is still running' },
  ANSWER_LOST: { status: 409, title: 'This has been done already, but its answer was lost: look at what is there now' },
});

/** A request that died with its process frees its key after this long. */
const ABANDONED_AFTER_MS = 60_000;
const KEY = /^[\x21-\x7e]{8,255}$/;

/** The key of a request, checked: 8 to 255 visible ASCII characters. */
export function idempotencyKey(request: KnownRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !KEY.test(key))
    throw badFields([{ pointer: '/Idempotency-Key', message: 'header must be given, 8 to 255 visible characters' }]);
  return key;
}

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const actor = request.user?.accountId ?? `guest:${request.ip}`;
    const key = idempotencyKey(request);
    const hash = createHash('sha256')
      .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
      .digest();
    const earlier = await this.begin(actor, key, hash);
    if (earlier) {
      void reply.status(earlier.status).header('idempotent-replayed', 'true');
      return of(earlier.response);
    }
    setOnce({ actor, key });
    return next.handle().pipe(
      concatMap((response: unknown) => from(this.finish(actor, key, reply.statusCode, response).then(() => response))),
      catchError((error: unknown) =>
        from(this.forget(actor, key, error instanceof Refusal)).pipe(concatMap(() => throwError(() => error))),
      ),
    );
  }

  /** Takes the key, or answers what it led to before. */
  private async begin(actor: string, key: string, hash: Buffer): Promise<{ status: number; response: unknown } | undefined> {
    const now = this.clock.now();
    const abandoned = new Date(now.getTime() - ABANDONED_AFTER_MS);
    const taken = await this.database.run(
      `insert into platform.idempotency (actor, key, request_hash, started_at) values ($1, $2, $3, $4)
       on conflict on constraint idempotency_once do update set started_at = excluded.started_at, request_hash = excluded.request_hash
       where idempotency.status is null and idempotency.done_at is null and idempotency.started_at < $5`,
      [actor, key, hash, now, abandoned],
    );
    if (taken === 1) return undefined;
    const row = await this.database.maybe<{ request_hash: Buffer; started_at: Date; status: number | null; response: unknown }>(
      'select request_hash, started_at, status, response from platform.idempotency where actor = $1 and key = $2',
      [actor, key],
    );
    if (row && !row.request_hash.equals(hash)) throw idempotencyRefusals.IDEMPOTENCY_KEY_REUSED();
    if (!row || (row.status === null && row.started_at >= abandoned)) throw idempotencyRefusals.STILL_RUNNING();
    if (row.status === null) throw idempotencyRefusals.ANSWER_LOST();
    return { status: row.status, response: row.response };
  }

  private async finish(actor: string, key: string, status: number, response: unknown): Promise<void> {
    await this.database.run('update platform.idempotency set status = $3, response = $4 where actor = $1 and key = $2', [
      actor,
      key,
      status,
      JSON.stringify(response ?? null),
    ]);
  }

  /**
   * Frees a key. A refusal changes nothing: the same request may be sent once the cause is mended. After a fault (a commit that was not
   * answered, say) the deed may be done all the same, and then the key stays taken.
   */
  private async forget(actor: string, key: string, refused: boolean): Promise<void> {
    await this.database.run(
      'delete from platform.idempotency where actor = $1 and key = $2 and status is null and ($3 or done_at is null)',
      [actor, key, refused],
    );
  }
}

/** The same for requests that bring a key, and nothing for those that do not. */
@Injectable()
export class IdempotencyIfKeyedInterceptor extends IdempotencyInterceptor {
  override async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { headers } = context.switchToHttp().getRequest<KnownRequest>();
    return headers['idempotency-key'] === undefined ? next.handle() : super.intercept(context, next);
  }
}

const header = (required: boolean): MethodDecorator =>
  InContract((api) =>
    api.ApiHeader({
      name: 'Idempotency-Key',
      required,
      schema: { type: 'string', minLength: 8, maxLength: 255, pattern: '^[\\x21-\\x7e]{8,255}$' },
    }),
  );

/** For every POST that moves money or takes a place: needs an `Idempotency-Key` and answers a repeat with the first answer. */
export const Idempotent = (): MethodDecorator => applyDecorators(UseInterceptors(IdempotencyInterceptor), header(true));

/** For what a form on a page may send twice (double click, back and again): a repeat with the key of the first is answered like the first. */
export const IdempotentIfKeyed = (): MethodDecorator => applyDecorators(UseInterceptors(IdempotencyIfKeyedInterceptor), header(false));
