import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Clock, defineRefusals } from '#kernel';
import { RuntimeConfig } from '../config/config.js';
import { Database } from '../database/database.js';

export const clockRefusals = defineRefusals({
  CLOCK_RUNS_FORWARD: { status: 422, title: 'The clock can only be moved forward' },
});

const CHANNEL = 'wgt_clock';
const RESYNC_MS = 60_000;
const LISTEN_AGAIN_MS = 1_000;

/**
 * The product's clock: the database's time, so that all processes agree, plus what it has been moved forward outside
 * production. The difference to the local clock is measured, not asked for on each call.
 */
@Injectable()
export class MovingClock extends Clock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(MovingClock.name);
  private skewMs = 0;
  private shiftMs = 0;
  private frozenAt: Date | undefined;
  private timer: NodeJS.Timeout | undefined;
  private listener: PoolClient | undefined;
  private ended = false;
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly runtime: RuntimeConfig,
  ) {
    super();
    this.frozenAt = runtime.frozenAt;
  }

  now(): Date {
    return this.frozenAt ? new Date(this.frozenAt) : new Date(Date.now() + this.skewMs + this.shiftMs);
  }

  /** Calls back after every move, in whichever process it was asked for. */
  onMoved(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Moves time forward for every process. Refuses to run backwards; refused in production. */
  async moveTo(instant: Date): Promise<void> {
    if (this.runtime.production) throw new Error('the clock cannot be moved in production');
    const ahead = instant.getTime() - this.now().getTime();
    if (ahead < 0) throw clockRefusals.CLOCK_RUNS_FORWARD({ now: this.now().toISOString() });
    await this.database.query(
      `update platform.clock set shift_ms = shift_ms + $1, frozen_at = case when $2::timestamptz is null then null else $3::timestamptz end`,
      [frozenShift(this.frozenAt, ahead), this.frozenAt ?? null, instant],
    );
    await this.database.query(`select pg_notify('${CHANNEL}', '')`);
    await this.read();
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.frozenAt)
      await this.database.query('update platform.clock set frozen_at = coalesce(greatest(frozen_at, $1), $1)', [this.frozenAt]);
    await this.read();
    this.timer = setInterval(
      () => void this.read().catch((error: Error) => this.log.warn(`clock not read: ${error.message}`)),
      RESYNC_MS,
    ).unref();
    if (!this.runtime.production) await this.listen();
  }

  /** Before the pool closes: it waits for every connection that is out. */
  onModuleDestroy(): void {
    this.ended = true;
    clearInterval(this.timer);
    this.giveBack();
  }

  /** Hears of moves for as long as we run: a connection that is lost is given back, and another one taken once the database answers. */
  private async listen(): Promise<void> {
    try {
      this.listener = await this.database.pool.connect();
      this.listener.once('error', () => this.listenAgain());
      this.listener.on('notification', () => void this.hear());
      await this.listener.query(`listen ${CHANNEL}`);
      await this.read();
      if (this.ended) this.giveBack();
    } catch {
      this.listenAgain();
    }
  }

  private listenAgain(): void {
    this.giveBack();
    if (!this.ended) setTimeout(() => void (this.ended || this.listen()), LISTEN_AGAIN_MS).unref();
  }

  private giveBack(): void {
    const { listener } = this;
    this.listener = undefined;
    listener?.release(true);
  }

  private async hear(): Promise<void> {
    await this.read().catch((error: Error) => this.log.warn(`clock not read: ${error.message}`));
    this.listeners.forEach((tell) => tell());
  }

  private async read(): Promise<void> {
    const before = Date.now();
    const row = await this.database.one<{ shift_ms: bigint; frozen_at: Date | null; db: Date }>(
      'select shift_ms, frozen_at, clock_timestamp() as db from platform.clock',
    );
    this.skewMs = row.db.getTime() - (before + Date.now()) / 2;
    this.shiftMs = Number(row.shift_ms);
    if (this.runtime.frozenAt) this.frozenAt = row.frozen_at ?? this.runtime.frozenAt;
  }
}

/** A frozen clock keeps its instant itself; only a running one needs the shift. */
const frozenShift = (frozenAt: Date | undefined, ahead: number): number => (frozenAt ? 0 : Math.ceil(ahead));
