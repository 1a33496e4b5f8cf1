import { SetMetadata } from '@nestjs/common';
import type { Fact } from '#kernel';
import type { Tx } from '../database/tx.js';

export const REACTS_TO = Symbol('reacts to');
export const EVERY = Symbol('every');
export const JOB = Symbol('job');

/** Marks a provider as the answer to a fact. It runs at least once and takes effect once: its writes share one transaction with the mark. */
export const ReactsTo = (factType: string): ClassDecorator => SetMetadata(REACTS_TO, factType);

/** Marks a provider as a schedule, in cron's five fields (UTC). It also runs whenever the clock is moved. */
export const Every = (cron: string): ClassDecorator => SetMetadata(EVERY, cron);

/** Marks a provider as the worker of a job that verbs enqueue by this name; it may talk to the outside and runs at least once. */
export const Job = (name: string): ClassDecorator => SetMetadata(JOB, name);

export interface Reaction<F extends Fact = Fact> {
  react(tx: Tx, fact: F & { id: string; at: Date }): Promise<void>;
}

export interface Schedule {
  run(): Promise<void>;
}

export interface JobWorker<Payload extends object = object> {
  work(payload: Payload): Promise<void>;
}
