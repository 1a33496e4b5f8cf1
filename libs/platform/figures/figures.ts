import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { Database } from '../database/database.js';
import { FIGURE, type Figure } from './figure.js';
import { HttpFigures } from './http-figures.js';

/** What was read is believed for a second, so that many who ask are no load. */
const BELIEVED_MS = 1_000;

/** Everything `/metrics` tells an operator: the process, its requests, its pool, and what the modules tell of the installation. */
@Injectable()
export class Figures {
  private registry: Registry | undefined;
  private read: { at: number; text: Promise<string> } | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly http: HttpFigures,
  ) {}

  get contentType(): string {
    return Registry.PROMETHEUS_CONTENT_TYPE;
  }

  text(now = performance.now()): Promise<string> {
    this.registry ??= this.begin();
    if (!this.read || now - this.read.at > BELIEVED_MS) this.read = { at: now, text: this.registry.metrics() };
    return this.read.text;
  }

  /** The process's own figures (event-loop delay, memory, collections) begin here: most processes are asked by nobody. */
  private begin(): Registry {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    this.http.register(registry);
    this.addPool(registry);
    for (const { name, sentence, figure } of this.found()) this.add(registry, name, sentence, figure);
    return registry;
  }

  private addPool(registry: Registry): void {
    const { pool } = this.database;
    const gauge = new Gauge({
      name: 'wgt_database_connections',
      help: 'Connections of this process: in use, idle; and who waits for one.',
      labelNames: ['state'] as const,
      registers: [registry],
      collect() {
        this.set({ state: 'in use' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
    gauge.set({ state: 'waiting' }, 0);
  }

  /** A figure that cannot be read is NaN: the others are told all the same, above all when the database is away. */
  private add(registry: Registry, name: string, help: string, figure: Figure): void {
    const { database } = this;
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await figure.value(database).catch(() => NaN));
      },
    });
  }

  private found(): { name: string; sentence: string; figure: Figure }[] {
    return this.discovery.getProviders().flatMap(({ instance, metatype }) => {
      const mark =
        typeof metatype === 'function' ? this.reflector.get<{ name: string; sentence: string } | undefined>(FIGURE, metatype) : undefined;
      return mark && instance ? [{ ...mark, figure: instance as Figure }] : [];
    });
  }
}
