import { appendFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { busySeconds, counted, cpuOf, memoryOf, walBetween } from './counters.js';
import type { Contender, Name, Scenario } from './contender.js';
import type { BenchDatabase } from './database.js';
import type { Load } from './load.js';

export const OUT = 'test/.out/bench.jsonl';
const MOST_FOREIGN = 0.2;

export interface Cell extends Load {
  perSecond: number;
  statements: number;
  /** What the requests' own statements wrote. */
  walBytes: number;
  /** What the whole server wrote meanwhile, upkeep included, full-page images not. */
  walOfAll: number;
  /** Full-page images: they come after a checkpoint, whoever writes. */
  walImages: number;
  cpuMs: number;
  foreign: number;
}

export interface Measured {
  scenario: Scenario;
  cells: Readonly<Record<Name, Cell[]>>;
}

/** Measures scenarios on running servers. */
export class Measure {
  /** Memory of the product after each round, in MB. */
  readonly peaks: number[] = [];

  constructor(
    private readonly database: BenchDatabase,
    private readonly pids: Readonly<Partial<Record<Name, number>>> & { readonly product: number },
    private readonly rounds: number,
    private readonly seconds: number,
  ) {}

  /** Floor, reference and product in turn, there and back, after a warm-up of a second. */
  async scenario(scenario: Scenario): Promise<Measured> {
    for (const contender of scenario.contenders) await contender.run(1);
    const cells: Record<Name, Cell[]> = { floor: [], reference: [], product: [], peer: [] };
    for (let round = 0; round < this.rounds; round += 1) {
      const order = round % 2 === 0 ? scenario.contenders : [...scenario.contenders].reverse();
      for (const contender of order) cells[contender.name].push(await this.quietCell(scenario, contender, round));
      this.peaks.push(memoryOf(this.pids.product));
    }
    return { scenario, cells };
  }

  /** Measures a cell, again when others used too much of the machine meanwhile. */
  private async quietCell(scenario: Scenario, contender: Contender, round: number): Promise<Cell> {
    for (let attempt = 1; ; attempt += 1) {
      const cell = await this.cell(contender);
      appendFileSync(OUT, `${JSON.stringify({ scenario: scenario.name, contender: contender.name, round, attempt, ...cell })}\n`);
      if (cell.foreign <= MOST_FOREIGN || attempt === 3) return cell;
    }
  }

  private async cell(contender: Contender): Promise<Cell> {
    const { owner } = this.database;
    const ours = (): number => Object.values(this.pids).reduce((sum, pid) => sum + cpuOf(pid), 0);
    const pid = this.pids[contender.name];
    const look = async () => ({ ...(await counted(owner)), cpu: pid === undefined ? 0 : cpuOf(pid), busy: busySeconds(), ours: ours() });
    const before = await look();
    const load = await contender.run(this.seconds);
    const after = await look();
    const wal = await walBetween(owner, before.walAt, after.walAt);
    const per = (amount: number): number => amount / Math.max(1, load.requests);
    return {
      ...load,
      perSecond: load.requests / load.seconds,
      statements: per(after.statements - before.statements),
      walBytes: per(after.walBytes - before.walBytes),
      walOfAll: per(wal.bytes - wal.images),
      walImages: per(wal.images),
      cpuMs: per(after.cpu - before.cpu) * 1_000,
      // The database's own processes are counted as foreign here: the bound leaves room for them.
      foreign: Math.max(0, (after.busy - before.busy - (after.ours - before.ours)) / (load.seconds * cpus().length) - 0.45),
    };
  }
}
