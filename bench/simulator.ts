import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { cpuOf, memoryOf } from './counters.js';
import { CONNECTIONS, keepBusy } from './load.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } } });
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const OUT = 'test/.out/bench-simulator.jsonl';
const OBJECTS = 100_000;
const GOALS = { perSecond: 3_000, cpuMicros: 333, memoryMb: 400, startMs: 300 };

const FORM = 'amount=2000&currency=gbp&payment_method=pm_card_visa&confirm=true&metadata[order]=1';
let key = 0;

mkdirSync('test/.out', { recursive: true });
rmSync(OUT, { force: true });
const note = (cell: Record<string, unknown>): void => appendFileSync(OUT, `${JSON.stringify({ scenario: 'simulator', ...cell })}\n`);
const median = (of: number[]): number => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)]!;

const starts: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const sim = await fresh();
  starts.push(sim.started);
  note({ cell: 'start', round, ms: sim.started, cpuMs: cpuOf(sim.pid) * 1_000, idleMb: memoryOf(sim.pid) });
  await sim.stop();
}

const [perSecond, cpuMicros]: [number[], number[]] = [[], []];
let failed = 0;
for (let round = 0; round < rounds; round += 1) {
  const sim = await fresh();
  await pay(sim, 2);
  const before = cpuOf(sim.pid);
  const load = await pay(sim, seconds);
  const cpu = ((cpuOf(sim.pid) - before) * 1_000_000) / load.requests;
  failed += load.failed;
  // what one whole core would do: the machine's other work does not count
  perSecond.push(1_000_000 / cpu);
  cpuMicros.push(cpu);
  note({ cell: 'create and confirm', round, ...load, wallPerSecond: load.requests / load.seconds, cpuMicros: cpu });
  await sim.stop();
}

const sim = await fresh();
let objects = 0;
while (objects < OBJECTS) {
  await pay(sim, 0.5);
  objects = await countObjects(sim);
}
const memoryMb = memoryOf(sim.pid);
note({ cell: 'memory', objects, memoryMb });
await sim.stop();

const verdict = (ok: boolean): string => (ok ? '✓' : '✗');
console.log(`\nthe local Stripe, ${rounds} rounds of ${seconds} s, ${CONNECTIONS} kept-alive connections, recording off; medians\n`);
console.log('| | measured (min–max) | goal |\n|---|---|---|');
console.log(
  row('create-and-confirm a second of one core', perSecond, `≥ ${GOALS.perSecond} ${verdict(median(perSecond) >= GOALS.perSecond)}`),
);
console.log(row('CPU µs each', cpuMicros, `≤ ${GOALS.cpuMicros} ${verdict(median(cpuMicros) <= GOALS.cpuMicros)}`));
console.log(
  `| resident MB with ${objects} objects | ${memoryMb.toFixed(0)} | ≤ ${GOALS.memoryMb} ${verdict(memoryMb <= GOALS.memoryMb)} |`,
);
console.log(row('ms from launch to first answer', starts, `≤ ${GOALS.startMs} ${verdict(median(starts) <= GOALS.startMs)}`));
if (failed) throw new Error(`${failed} payments failed`);

function row(what: string, of: number[], goal: string): string {
  return `| ${what} | **${median(of).toFixed(0)}** (${Math.min(...of).toFixed(0)}–${Math.max(...of).toFixed(0)}) | ${goal} |`;
}

interface Fresh {
  pid: number;
  url: string;
  /** Milliseconds of wall clock from the launch to the first answer. */
  started: number;
  stop(): Promise<void>;
}

/** A simulator of its own process, empty, with a ticking clock and nothing recorded. */
async function fresh(): Promise<Fresh> {
  const from = performance.now();
  const script = join(import.meta.dirname, '../apps/stripe-sim/src/main.js');
  const child = spawn(process.execPath, [script, '--port', '0', '--seed', 'bench', '--no-recording'], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const url = line.replace(/^.* at /, '');
  await get(`${url}/_sim/clock`);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  return { pid: child.pid!, url, started: performance.now() - from, stop };
}

/** Creates and confirms over HTTP, each under a key of its own, for some seconds. */
async function pay({ url }: Fresh, forSeconds: number): ReturnType<typeof keepBusy> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const send = (): Promise<boolean> =>
    new Promise((resolve) => {
      const headers = {
        authorization: 'Bearer sk_test_bench',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': FORM.length,
        'idempotency-key': `bench-${(key += 1)}`,
      };
      const outgoing = request(`${url}/v1/payment_intents`, { agent, method: 'POST', headers }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode === 200));
      });
      outgoing.on('error', () => resolve(false)).end(FORM);
    });
  const load = await keepBusy(forSeconds, send);
  agent.destroy();
  return load;
}

/** Node's own client: the first `fetch` of a process takes longer than the simulator does to start. */
async function get(url: string): Promise<string> {
  const [answer] = (await once(request(url).end(), 'response')) as [IncomingMessage];
  return (await answer.toArray()).join('');
}

/** What Stripe would call objects: tasks, keys and the like do not count. */
async function countObjects({ url }: Fresh): Promise<number> {
  const { counts } = JSON.parse(await get(`${url}/_sim/state`)) as { counts: Record<string, number> };
  return ['customer', 'payment_method', 'payment_intent', 'charge', 'balance_transaction', 'event'].reduce(
    (sum, kind) => sum + (counts[kind] ?? 0),
    0,
  );
}
