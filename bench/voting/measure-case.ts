import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readPabulib } from '#voting/count';
import { countInThread } from '../../libs/voting/count-in-thread.js';
import { besideFloats } from './beside-floats.js';
import { CASES, type Case } from './cases.js';
import { madePabulib } from './made-votes.js';
import { type Measured, peakMegabytes, RUNS, secondsOfThread, watchOthers } from './measured.js';

/** One warm-up, five measured runs. */
function measure(own: Case): Measured {
  const work = own.prepare();
  const times: number[] = [];
  const processor: number[] = [];
  let found = '';
  const foreign = watchOthers();
  for (let run = 0; run <= RUNS; run += 1) {
    const [from, used] = [performance.now(), process.cpuUsage()];
    found = work();
    const stated = /^time (\S+) (\S+) /.exec(found);
    const { user, system } = process.cpuUsage(used);
    if (run === 0) continue;
    times.push(stated ? Number(stated[1]) : (performance.now() - from) / 1_000);
    processor.push(stated ? Number(stated[2]) : (user + system) / 1e6);
  }
  times.sort((a, b) => a - b);
  return { times, processor, foreign: foreign(), found: found.replace(/^time \S+ \S+ /, ''), megabytes: peakMegabytes() };
}

/**
 * The longest time the event loop stood still while a large vote was handed over, counted and answered: by the clock, and how much of
 * a processor this thread used between two of its turns, which is what it did itself while others were served.
 */
async function measureLoop(): Promise<Measured> {
  const instance = readPabulib(madePabulib(66_045, 163));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  const processor: number[] = [];
  let found = '';
  const foreign = watchOthers();
  for (let run = 0; run <= RUNS; run += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    delay.reset();
    delay.enable();
    const busiest = watchTurns();
    const { outcomes } = await countInThread({ instance, rules: ['mes_cost_add1u'] });
    delay.disable();
    const used = busiest();
    found = `${outcomes[0]?.winners.length} funded`;
    if (run === 0) continue;
    times.push(delay.max / 1e9);
    processor.push(used);
  }
  times.sort((a, b) => a - b);
  return { times, processor, foreign: foreign(), found, megabytes: peakMegabytes() };
}

/** Answers, when it is called, the most seconds of a processor that this thread has used between two turns of its loop since. */
function watchTurns(): () => number {
  let [last, most] = [secondsOfThread(), 0];
  const look = (): void => {
    const now = secondsOfThread();
    most = Math.max(most, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
}

// The process of one case: `node measure-case.js NAME`, which sends what it measured to its parent.
const name = process.argv[2];
const own = CASES.find((each) => each.name === name);
if (own) process.send?.(measure(own));
else if (name === 'loop') process.send?.(await measureLoop());
else if (name === 'floats') process.send?.(besideFloats());
else throw new RangeError(`there is no case ${name}`);
