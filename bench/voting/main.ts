import { fork } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BesideFloats } from './beside-floats.js';
import { CASES, type Case } from './cases.js';
import { type Measured, median } from './measured.js';

type Target = Omit<Case, 'prepare'>;

/** Above this part of the machine used by others, a figure is judged by the processor time it took. */
const MOST_FOREIGN = 0.2;
/** The goals of spec/performance.md §6, row 14: ours over the floats. */
const MOST_OVER_FLOATS = { doubles: 1.5, exact: 10 } as const;
const LOOP: Target = {
  name: 'loop',
  title: 'event loop at rest while 66,045 × 163 are counted in a thread (longest pause)',
  seconds: 0.05,
};

/** `npm run bench -- voting`: scenario 14, each case in a process of its own; exit status 1 when a target is missed. */
export async function benchVoting(): Promise<void> {
  mkdirSync('test/.out', { recursive: true });
  console.log('| scenario 14: counting | target s | median of 5 s (min–max) | processor s | memory MB | |\n|---|---|---|---|---|---|');
  for (const target of [...CASES, LOOP]) tellCase(target, await inOwnProcess<Measured>(target.name));
  tellRatios(await inOwnProcess<BesideFloats>('floats'));
}

function tellCase({ name, title, seconds, megabytes }: Target, measured: Measured): void {
  const middle = median(measured.times);
  const used = measured.processor.length > 0 ? median(measured.processor) : undefined;
  const judged = measured.foreign > MOST_FOREIGN && used !== undefined ? Math.min(used, middle) : middle;
  const [least, most] = [measured.times[0]!, measured.times.at(-1)!].map((time) => time.toFixed(3));
  const memory = `${measured.megabytes.toFixed(0)}${megabytes ? ` (≤ ${megabytes})` : ''}`;
  const mark = judgedBy(judged <= seconds && measured.megabytes <= (megabytes ?? Infinity));
  console.log(
    `| ${title}: ${measured.found} | ${seconds} | **${middle.toFixed(3)}** (${least}–${most}) | ${used?.toFixed(3) ?? ''} | ${memory} | ${mark} |`,
  );
  note({ scenario: `voting ${name}`, target: seconds, median: middle, ...measured });
}

function tellRatios({ doubles, exact, found }: BesideFloats): void {
  console.log('\n| scenario 14: 78,904 × 138, add1, over typed-array floats in turn | goal | median of 7 | |\n|---|---|---|---|');
  const lines = [
    ['our doubles ÷ typed-array floats', MOST_OVER_FLOATS.doubles, doubles],
    ['exact path forced ÷ typed-array floats', MOST_OVER_FLOATS.exact, exact],
  ] as const;
  for (const [title, goal, ratio] of lines)
    console.log(`| ${title}: ${found} | ≤ ${goal} | **${ratio.toFixed(2)}** | ${judgedBy(ratio <= goal)} |`);
  note({ scenario: 'voting over floats', goals: MOST_OVER_FLOATS, doubles, exact });
}

function judgedBy(met: boolean): string {
  if (!met) process.exitCode = 1;
  return met ? '✓' : '✗';
}

function note(line: object): void {
  appendFileSync('test/.out/bench.jsonl', `${JSON.stringify(line)}\n`);
}

function inOwnProcess<M>(name: string): Promise<M> {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL('./measure-case.js', import.meta.url));
    const child = fork(file, [name], { execArgv: ['--enable-source-maps'] });
    child.once('message', (measured) => resolve(measured as M));
    child.once('exit', (code) => (code === 0 ? undefined : reject(new Error(`the case ${name} ended with status ${code}`))));
  });
}
