import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

/** Limits of every connection (spec: statement 5 s, lock 2 s, idle in transaction 10 s), overridable for long exports. */
const TIMEOUTS = '-c statement_timeout=5s -c lock_timeout=2s -c idle_in_transaction_session_timeout=10s -c timezone=UTC';

const INT8 = 20;
const DATE = 1082;

/** bigint as bigint and calendar dates as text; everything else as pg does it. Per pool, so that no library is surprised. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    oid === INT8
      ? (value: string) => BigInt(value)
      : oid === DATE
        ? (value: string) => value
        : pg.types.getTypeParser(oid, format as 'text'),
};

interface Connection {
  url: string;
  poolSize: number;
  /** How long to wait for a free connection. */
  waitMs: number;
  /** Role to step down to when the connection logs in as the owner. */
  role?: string;
}

/** Settings of TypeORM for the restricted role; entities are added by the modules. */
export function dataSourceOptions({ url, poolSize, waitMs, role }: Connection): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'wegettogether',
    synchronize: false,
    installExtensions: false,
    poolSize,
    extra: { types, options: role ? `${TIMEOUTS} -c role=${role}` : TIMEOUTS, connectionTimeoutMillis: waitMs },
  };
}

/** Settings of a pool that only reads, on a replica. */
export const poolOptions = ({ url, poolSize, waitMs, role }: Connection): pg.PoolConfig => ({
  connectionString: url,
  max: poolSize,
  application_name: 'wegettogether-reads',
  connectionTimeoutMillis: waitMs,
  types: types as pg.CustomTypesConfig,
  options: `${TIMEOUTS} -c default_transaction_read_only=on${role ? ` -c role=${role}` : ''}`,
});

/** A data source of the owner, for migrations only. */
export const ownerDataSource = (url: string, migrations: DataSourceOptions['migrations']): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    installExtensions: false,
    migrations,
    migrationsTableName: 'schema_migration',
    poolSize: 2,
    extra: { options: '-c lock_timeout=10s -c timezone=UTC' },
  });

/** The restricted role steps down from an owner's login unless the connection logs in as it already. */
export const stepDownRole = (url: string): string | undefined => (new URL(url).username === APP_ROLE ? undefined : APP_ROLE);

export const APP_ROLE = 'wgt_app';
