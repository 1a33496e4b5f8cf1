import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { busySeconds } from '../counters.js';

/** What a case's process reports of its runs, shortest first. */
export interface Measured {
  readonly times: readonly number[];
  readonly processor: readonly number[];
  /** Part of the machine that others used meanwhile. */
  readonly foreign: number;
  readonly found: string;
  /** Largest resident memory of the process. */
  readonly megabytes: number;
}

export const RUNS = 5;

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Answers, when it is called, which part of the machine others have used since `watchOthers`. */
export function watchOthers(): () => number {
  const start = { busy: busySeconds(), cpu: process.cpuUsage(), at: performance.now() };
  return () => {
    const { user, system } = process.cpuUsage(start.cpu);
    return (busySeconds() - start.busy - (user + system) / 1e6) / (((performance.now() - start.at) / 1_000) * cpus().length);
  };
}

/** Largest resident memory of this process so far, in MB. */
export const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1_024;

/** Processor time of this process's first thread, in seconds; Node 20 tells it of the whole process only. */
export const secondsOfThread = (): number => Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9;
