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
  walBytes: number;
}

/** Upkeep that runs beside the requests, about once a second whatever the load: no part of any of them. */
const UPKEEP = '(fold_tallies|seal_casts|seal_entries)\\(|platform\\.clock';

/** Statements that clients have sent, upkeep left out, and WAL that was written since the beginning. */
export async function counted(owner: pg.Client): Promise<Counted> {
  const { rows } = await owner.query<{ statements: string; wal: string }>(
    `select (select coalesce(sum(calls), 0) from pg_stat_statements where toplevel and query !~* '^(begin|commit|start transaction|rollback)' and query !~ '${UPKEEP}') as statements,
            pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as wal`,
  );
  return { statements: Number(rows[0]!.statements), walBytes: Number(rows[0]!.wal) };
}
