import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';
import { DatabaseConfig } from '../config/config.js';
import { poolOptions, stepDownRole } from './data-source.js';
import { Database } from './database.js';
import { Db, type Executor } from './db.js';
import { pgCode } from './pg-error.js';

/** A replica that is further behind is not asked: what moderators hid must not stay visible for longer. */
const LOOK_EVERY_MS = 2_000;
/** What is the statement's own fault would be its fault on the primary too; everything else is the replica's. */
const OWN_FAULT = /^(22|23)/;

/**
 * Where public pages read. Visitors are answered by the replica (DATABASE_REPLICA_URL), where there is one that keeps up; by the primary
 * where it is missing, away or more than two seconds behind. Whoever is signed in is answered by the primary: they may have just
 * written what they look at.
 */
@Injectable()
export class Reads implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Reads.name);
  private readonly pool: pg.Pool | undefined;
  private readonly visitors: Db;
  private keepsUp = false;
  /** Where the primary stood when we last looked: by now the replica should be there. */
  private expected: string | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    config: DatabaseConfig,
    private readonly primary: Database,
  ) {
    const { replicaUrl: url, poolSize, waitMs } = config;
    this.pool = url ? new pg.Pool(poolOptions({ url, poolSize, waitMs, role: stepDownRole(url) })) : undefined;
    this.pool?.on('error', () => this.fellBehind('it is away'));
    this.visitors = this.pool ? new ReplicaFirst(primary, this.pool, this) : primary;
  }

  /** The database that answers a reader: `viewer` is undefined for visitors. */
  of(viewer: object | null | undefined): Db {
    return viewer ? this.primary : this.visitors;
  }

  /** Whether the replica may be asked now. */
  get replicaKeepsUp(): boolean {
    return this.keepsUp;
  }

  onApplicationBootstrap(): void {
    if (this.pool) this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.pool?.end();
  }

  /** Asks the replica whether it has come to where the primary was at the last look. One that cannot say (not a streaming one) is believed. */
  async look(): Promise<void> {
    try {
      const { rows } = await this.pool!.query<{ there: boolean | null }>('select pg_last_wal_replay_lsn() >= $1::pg_lsn as there', [
        this.expected,
      ]);
      const known = this.expected !== null;
      const { at } = await this.primary.one<{ at: string }>('select pg_current_wal_lsn()::text as at');
      this.expected = at;
      if (rows[0]?.there === false) return this.fellBehind(`it is more than ${LOOK_EVERY_MS / 1_000} s behind`);
      this.keepsUp = known;
    } catch (error) {
      this.fellBehind((error as Error).message);
    }
  }

  fellBehind(why: string): void {
    if (this.keepsUp) this.log.warn(`the replica is not asked for now: ${why}`);
    this.keepsUp = false;
  }
}

/** Asks the replica, and the primary where that cannot answer. Only for statements that read, so asking twice does no harm. */
class ReplicaFirst extends Db {
  constructor(
    private readonly primary: Database,
    private readonly pool: pg.Pool,
    private readonly reads: Reads,
  ) {
    super();
  }

  protected async withExecutor<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    if (!this.reads.replicaKeepsUp) return work(this.primary.pool);
    try {
      return await work(this.pool);
    } catch (error) {
      if (OWN_FAULT.test(pgCode(error) ?? '')) throw error;
      this.reads.fellBehind((error as Error).message);
      return work(this.primary.pool);
    }
  }
}
