import type { EntityManager } from 'typeorm';
import { type Fact, newId } from '#kernel';
import { Db, type Executor } from './db.js';
import { type Context } from '../http/context.js';

/** One line of the audit log: who did what to which thing, and why (G2). The actor and request come from the context. */
export interface AuditLine {
  action: string;
  /** Who did it, where nobody is signed in yet. */
  by?: string;
  eventId?: string | null;
  subjectKind: string;
  subjectId: string;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
  details?: object;
}

/** Names of the reactions that answer a fact type; kept by the registry in `facts`. */
export type ReactionsTo = (factType: string) => readonly string[];

/**
 * An open transaction. Only the unit of work makes one, so a write method that takes it cannot be called outside.
 * `now` is read once: everything a unit of work decides, it decides at one instant.
 */
export class Tx extends Db {
  constructor(
    readonly manager: EntityManager,
    private readonly executor: Executor,
    readonly now: Date,
    readonly context: Context,
    private readonly reactionsTo: ReactionsTo,
  ) {
    super();
  }

  protected withExecutor<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return work(this.executor);
  }

  /** Writes the fact and enqueues each reaction to it, in this transaction. */
  async fact(fact: Fact): Promise<void> {
    await this.query('select platform.record_fact($1, $2, $3, $4, $5, $6, $7)', [
      newId(),
      fact.type,
      fact.eventId,
      this.now,
      JSON.stringify(fact.body),
      this.context.actorId,
      this.reactionsTo(fact.type),
    ]);
  }

  /** Where the request has an idempotency key: it is known from this commit on that the deed was done, whatever becomes of the answer. */
  async noteOnce(): Promise<void> {
    const { once } = this.context;
    if (once)
      await this.run('update platform.idempotency set done_at = $3 where actor = $1 and key = $2', [once.actor, once.key, this.now]);
  }

  async audit(line: AuditLine): Promise<void> {
    await this.run(
      `insert into platform.audit_entry (id, at, actor_id, request_id, event_id, action, subject_kind, subject_id, from_state, to_state, reason, details)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        newId(),
        this.now,
        line.by ?? this.context.actorId,
        this.context.requestId,
        line.eventId ?? null,
        line.action,
        line.subjectKind,
        line.subjectId,
        line.from ?? null,
        line.to ?? null,
        line.reason ?? null,
        JSON.stringify(line.details ?? {}),
      ],
    );
  }

  /**
   * Enqueues a job in this transaction: it runs only if we commit. A `key` replaces a job of the same key that has not
   * started. Jobs never wait for a future instant: what is due later lives in a table that a schedule looks at.
   */
  async enqueue(job: string, payload: object, options: { key?: string; queue?: string } = {}): Promise<void> {
    await this.query('select graphile_worker.add_job($1, $2::json, queue_name := $3, job_key := $4, max_attempts := 25)', [
      job,
      JSON.stringify(payload),
      options.queue ?? null,
      options.key ?? null,
    ]);
  }
}
