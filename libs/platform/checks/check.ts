import { Injectable, SetMetadata } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Database } from '../database/database.js';
import { Db } from '../database/db.js';

const CHECK = Symbol('check');

/** Marks a provider as a question about live data, with the invariant it watches (I1 … I13). */
export const AsksThat = (invariant: string, sentence: string): ClassDecorator => SetMetadata(CHECK, { invariant, sentence });

/** A read-only question with an expected answer: nothing. Each row it finds is a violation, shown as it is. */
export interface Check {
  violations(db: Db): Promise<object[]>;
}

export interface CheckResult {
  invariant: string;
  sentence: string;
  violations: object[];
}

/** Asks every check in one consistent, read-only view of the database. */
@Injectable()
export class Checks {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  async askAll(): Promise<CheckResult[]> {
    const client = await this.database.pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      const db = new (class extends Db {
        protected withExecutor<T>(work: (e: typeof client) => Promise<T>): Promise<T> {
          return work(client);
        }
      })();
      const results: CheckResult[] = [];
      for (const { name, check } of this.found()) results.push({ ...name, violations: (await check.violations(db)).slice(0, 50) });
      return results;
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  }

  private found(): { name: { invariant: string; sentence: string }; check: Check }[] {
    return this.discovery
      .getProviders()
      .filter(({ instance, metatype }) => instance && typeof metatype === 'function' && this.reflector.get(CHECK, metatype))
      .map(({ instance, metatype }) => ({ name: this.reflector.get(CHECK, metatype as never), check: instance as Check }));
  }
}
