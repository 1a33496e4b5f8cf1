import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { Db, type Executor } from './db.js';

/** The pool: each statement is its own transaction. Reading, and writes that are a single statement through `OneStatement`. */
@Injectable()
export class Database extends Db {
  constructor(readonly dataSource: DataSource) {
    super();
  }

  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  protected withExecutor<T>(work: (executor: Executor) => Promise<T>): Promise<T> {
    return work(this.pool);
  }
}
