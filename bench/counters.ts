import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type pg from 'pg';

const TICKS_A_SECOND = 100;

/** CPU seconds a process has used, user and system. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Resident memory of a process, in MB. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

/** Seconds for which the machine's cores were busy, with whatever. */
export function busySeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1_000;
}

export interface Counted {
  statements: number;
  /** WAL of these statements: what each writes itself. */
  walBytes: number;
  /** Where the log of the whole server has come to. */
  walAt: string;
}

/** Upkeep that runs beside the requests, about twice a second whatever the load: no part of any of them. */
const UPKEEP =
  '(fold_tallies|seal_casts|seal_entries)\\(|platform\\.clock|ledger\\.(unsealed|seal|daily_turnover)|pg_try_advisory_xact_lock|platform\\.fact where event_id';

/** What clients have sent since the beginning, upkeep left out. What triggers ask at commit is listed there too, as a bare expression. */
export async function counted(owner: pg.Client): Promise<Counted> {
  const { rows } = await owner.query<{ statements: string; wal: string; at: string }>(
    `select coalesce(sum(calls), 0) as statements, coalesce(sum(wal_bytes), 0) as wal, pg_current_wal_insert_lsn()::text as at from pg_stat_statements
     where toplevel and query ~* '^ *(select|insert|update|delete|with)' and query !~ '${UPKEEP}'`,
  );
  return { statements: Number(rows[0]!.statements), walBytes: Number(rows[0]!.wal), walAt: rows[0]!.at };
}

/** All the WAL between two points, and how much of it are full-page images, which come after each checkpoint whoever writes. */
export async function walBetween(owner: pg.Client, from: string, to: string): Promise<{ bytes: number; images: number }> {
  if (from === to) return { bytes: 0, images: 0 };
  const { rows } = await owner.query<{ bytes: string; images: string }>(
    'select coalesce(sum(combined_size), 0) as bytes, coalesce(sum(fpi_size), 0) as images from pg_get_wal_stats($1, $2)',
    [from, to],
  );
  return { bytes: Number(rows[0]!.bytes), images: Number(rows[0]!.images) };
}
