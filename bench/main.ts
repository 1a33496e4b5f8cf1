import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { busySeconds, counted, cpuOf, memoryOf } from './counters.js';
import { type Size, benchDatabase } from './database.js';
import type { Load } from './load.js';
import { type Contender, type Scenario, scenarios } from './scenarios.js';
import { launch } from './servers.js';
import { benchVoting } from './voting.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: 'M' }, rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } },
});
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const OUT = 'test/.out/bench.jsonl';
const MOST_FOREIGN = 0.2;

interface Cell extends Load {
  perSecond: number;
  statements: number;
  walBytes: number;
  cpuMs: number;
  foreign: number;
}

mkdirSync('test/.out', { recursive: true });
rmSync(OUT, { force: true });
if (positionals.length === 0 || positionals.includes('voting')) await benchVoting();
if (positionals.join() === 'voting') process.exit();
const database = await benchDatabase(values.size as Size);
const env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, STRIPE_API_BASE: 'http://127.0.0.1:1', WORKER: 'off' };
const product = await launch('apps/api/src/main.js', '/health/live', env);
const coldCpu = cpuOf(product.pid);
const reference = await launch('bench/reference.js', '/ready', env);
const pids = { floor: process.pid, reference: reference.pid, product: product.pid };
const idleMb = memoryOf(product.pid);
const { all, close } = scenarios(database, { reference: reference.port, product: product.port });
const peaks: number[] = [];

const rows: string[] = [];
try {
  for (const scenario of all.filter((s) => positionals.length === 0 || positionals.includes(s.name))) rows.push(await measure(scenario));

  console.log(`\nsize ${values.size}, ${rounds} rounds of ${seconds} s, ${cpus().length} cores, Node ${process.versions.node}\n`);
  console.log(
    '| scenario | floor /s | reference ÷ floor | product ÷ floor (min–max) | goal | product p50/p99 ms | statements | WAL bytes | CPU ms (reference) |\n|---|---|---|---|---|---|---|---|---|',
  );
  console.log(rows.join('\n'));
  const growth = peaks.length > 1 ? (peaks.at(-1)! / peaks[1]! - 1) * 100 : 0;
  console.log(
    `| 12 memory | idle ${idleMb.toFixed(0)} MB (≤ 160) | | peak ${Math.max(...peaks).toFixed(0)} MB (≤ 300) | | growth from round 2 ${growth.toFixed(0)} % (≤ 10) | | | |`,
  );
  console.log(`| 13 cold start | wall ${product.coldStart.toFixed(2)} s | | CPU ${coldCpu.toFixed(2)} s | ≤ 1.5 s | | | | |`);
  appendFileSync(
    OUT,
    `${JSON.stringify({ scenario: 'memory', idleMb, peakMb: Math.max(...peaks), growth })}\n${JSON.stringify({ scenario: 'cold start', wall: product.coldStart, cpu: coldCpu })}\n`,
  );
} finally {
  await close();
  await product.stop();
  await reference.stop();
  await database.close();
}

/** Floor, reference and product in turn, there and back; answers the row of the table. */
async function measure(scenario: Scenario): Promise<string> {
  for (const contender of scenario.contenders) await contender.run(1);
  const cells = new Map<string, Cell[]>(scenario.contenders.map((c) => [c.name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? scenario.contenders : [...scenario.contenders].reverse();
    for (const contender of order) cells.get(contender.name)!.push(await quietCell(scenario, contender, round));
    peaks.push(memoryOf(product.pid));
  }
  const ratios = (name: string): number[] =>
    cells
      .get(name)!
      .map((cell, i) => cell.perSecond / cells.get('floor')![i]!.perSecond)
      .sort((a, b) => a - b);
  const [ours, refs] = [ratios('product'), ratios('reference')];
  const own = cells.get('product')!;
  const mid = (pick: (cell: Cell) => number, of = own): number => of.map(pick).sort((a, b) => a - b)[Math.floor(of.length / 2)]!;
  const middle = ours[Math.floor(ours.length / 2)]!;
  const failed = own.reduce((sum, cell) => sum + cell.failed, 0);
  return `| ${scenario.title}${failed ? ` (${failed} FAILED)` : ''} | ${mid((c) => c.perSecond, cells.get('floor')).toFixed(0)} | ${refs[Math.floor(refs.length / 2)]!.toFixed(2)} | **${middle.toFixed(2)}** (${ours[0]!.toFixed(2)}–${ours.at(-1)!.toFixed(2)}) | ${scenario.goal} ${middle >= scenario.goal ? '✓' : '✗'} | ${mid((c) => c.p50).toFixed(1)}/${mid((c) => c.p99).toFixed(1)} | ${mid((c) => c.statements).toFixed(2)} | ${mid((c) => c.walBytes).toFixed(0)} | ${mid((c) => c.cpuMs).toFixed(3)} (${mid((c) => c.cpuMs, cells.get('reference')).toFixed(3)}) |`;
}

/** Measures a cell, again when others used too much of the machine meanwhile. */
async function quietCell(scenario: Scenario, contender: Contender, round: number): Promise<Cell> {
  for (let attempt = 1; ; attempt += 1) {
    const cell = await measureCell(contender);
    appendFileSync(OUT, `${JSON.stringify({ scenario: scenario.name, contender: contender.name, round, attempt, ...cell })}\n`);
    if (cell.foreign <= MOST_FOREIGN || attempt === 3) return cell;
  }
}

async function measureCell(contender: Contender): Promise<Cell> {
  const ours = (): number => cpuOf(process.pid) + cpuOf(product.pid) + cpuOf(reference.pid);
  const before = { ...(await counted(database.owner)), cpu: cpuOf(pids[contender.name]), busy: busySeconds(), ours: ours() };
  const load = await contender.run(seconds);
  const after = { ...(await counted(database.owner)), cpu: cpuOf(pids[contender.name]), busy: busySeconds(), ours: ours() };
  const per = (amount: number): number => amount / Math.max(1, load.requests);
  return {
    ...load,
    perSecond: load.requests / load.seconds,
    statements: per(after.statements - before.statements),
    walBytes: per(after.walBytes - before.walBytes),
    cpuMs: per(after.cpu - before.cpu) * 1_000,
    // The database's own processes are counted as foreign here: the bound leaves room for them.
    foreign: Math.max(0, (after.busy - before.busy - (after.ours - before.ours)) / (load.seconds * cpus().length) - 0.45),
  };
}
