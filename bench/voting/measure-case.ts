import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type BudgetInstance, countBallots, readPabulib } from '#voting/count';
import { type CountVote, countInThread } from '../../libs/voting/count-in-thread.js';
import { GROUPS_IN_PART } from '../../libs/voting/store/votes.store.js';
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
 * The longest time the event loop stood still while a large vote was handed over as its rows are read, counted and answered with its
 * result: by the clock, and how much of a processor this thread used between two of its turns, which is what it did itself while others
 * were served.
 */
async function measureLoop(): Promise<Measured> {
  const request = closedVote(readPabulib(madePabulib(66_045, 163)));
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
    const { funded } = await countInThread(request);
    delay.disable();
    const used = busiest();
    found = `${funded.length} funded`;
    if (run === 0) continue;
    times.push(delay.max / 1e9);
    processor.push(used);
  }
  times.sort((a, b) => a - b);
  return { times, processor, foreign: foreign(), found, megabytes: peakMegabytes() };
}

/** A vote from a file as the API counts it. */
function closedVote({ projects, ballots, budget, decimals, voteType }: BudgetInstance): CountVote {
  const rows = ballots.map(({ count, choices }) => [count, choices.map((at) => at + 1), null, null]);
  const parts = Array.from({ length: Math.ceil(rows.length / GROUPS_IN_PART) }, (_, n) =>
    JSON.stringify(rows.slice(n * GROUPS_IN_PART, (n + 1) * GROUPS_IN_PART)),
  );
  const voted = countBallots({ ballots });
  return {
    vote: {
      ...{ method: voteType, rule: 'mes_cost_add1u', pot: budget, decimals, increment: 10n ** BigInt(decimals), threshold: 0, seats: 1 },
      maxChoices: projects.length,
      options: projects.map(({ id, name, cost }, at) => ({ id, number: at + 1, title: name, cost })),
    },
    groups: parts,
    result: {
      ...{ ballotId: 'made', rulesHash: '', rule: 'mes_cost_add1u', quorum: { needed: 0, met: true } },
      balance: { eligible: voted, voted, notVoted: 0, counted: voted, empty: 0, setAside: [] },
    },
    odd: null,
  };
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
