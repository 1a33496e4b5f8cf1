import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cpuOf, memoryOf } from './counters.js';
import { type Size, benchDatabase } from './database.js';
import { Measure, type Measured, OUT } from './measure.js';
import { scenarios } from './scenarios.js';
import { launch } from './servers.js';
import { HEAD, row } from './table.js';
import { benchVoting } from './voting/main.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: 'M' }, rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } },
});
const IDLE_AFTER_MS = 10_000;

mkdirSync('test/.out', { recursive: true });
rmSync(OUT, { force: true });
if (positionals.length === 0 || positionals.includes('voting')) await benchVoting();
if (positionals.join() === 'voting') process.exit();
for (const size of values.size.split(',') as Size[]) await benchSize(size);

/** All that was asked for, with data of one size. */
async function benchSize(size: Size): Promise<void> {
  const database = await benchDatabase(size);
  const env = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    STRIPE_API_BASE: 'http://127.0.0.1:1',
    WORKER: 'off',
  };
  const product = await launch('run/api.js', '/health/live', env);
  const cold = { wall: product.coldStart, cpu: cpuOf(product.pid) };
  const reference = await launch('bench/reference.js', '/ready', env);
  // What the start left behind is given back once nothing happens for a while.
  await wait(IDLE_AFTER_MS);
  const idleMb = memoryOf(product.pid);
  const { all, close } = scenarios(database, { reference: reference.port, product: product.port });
  const pids = { floor: process.pid, reference: reference.pid, product: product.pid };
  const measure = new Measure(database, pids, Number(values.rounds), Number(values.seconds));

  try {
    const measured: Measured[] = [];
    for (const scenario of all.filter(({ name }) => positionals.length === 0 || positionals.includes(name)))
      measured.push(await measure.scenario(scenario));
    const first = measure.peaks[1];
    const peak = Math.max(...measure.peaks);
    const growth = first ? (measure.peaks.at(-1)! / first - 1) * 100 : 0;
    console.log(
      `\nsize ${size}, ${values.rounds} rounds of ${values.seconds} s, ${cpus().length} cores, Node ${process.versions.node}\n\n${HEAD}`,
    );
    for (const one of measured) console.log(row(one, measured));
    console.log(
      `| 12 memory | idle ${idleMb.toFixed(0)} MB (≤ 160) | | peak ${peak.toFixed(0)} MB (≤ 300) | | growth from round 2 ${growth.toFixed(0)} % (≤ 10) | | | |`,
    );
    console.log(`| 13 cold start | wall ${cold.wall.toFixed(2)} s | | CPU ${cold.cpu.toFixed(2)} s | ≤ 1.5 s | | | | |`);
    for (const line of [
      { scenario: 'memory', idleMb, peakMb: peak, growth },
      { scenario: 'cold start', ...cold },
    ])
      appendFileSync(OUT, `${JSON.stringify(line)}\n`);
  } finally {
    await close();
    await product.stop();
    await reference.stop();
    await database.close();
  }
}
