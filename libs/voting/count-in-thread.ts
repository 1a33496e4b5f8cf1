import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type {
  CompareVote,
  CountAnswer,
  CountedVote,
  CountRequest,
  CountVote,
  DocumentAnswer,
  FaultAnswer,
  FileRequest,
  JobPiece,
  KitAnswer,
  MakeKit,
  ReadVote,
} from './count-job.js';
import { CountJob } from './count-job.js';
import type { VoteAnswer } from './read-vote.js';
import type { BudgetRequest, BudgetResult, RankedRequest, RankedResult } from './domain/index.js';
import type { Comparison, ComparisonRequest } from './rules/comparison.js';

export type { VoteAnswer } from './read-vote.js';
export type {
  CountAnswer,
  CountedVote,
  CountRequest,
  CountVote,
  DocumentAnswer,
  FaultAnswer,
  FileRequest,
  KitAnswer,
} from './count-job.js';

/** A piece of a job on its way to the thread. */
export interface ThreadMessage extends JobPiece {
  readonly last: boolean;
}

/** Ballot groups handed over at a time: few enough that copying them never holds up the event loop. */
const SLICE = 2_000;
const TIME_LIMIT_MS = 120_000;
const MEMORY_LIMIT_MB = 512;

/**
 * Counts off the event loop, in a thread of its own that ends with the answer. Rejects when the count fails or takes longer
 * than two minutes. Run from TypeScript sources (under Jest) there is no compiled thread to start: then it counts here.
 */
export function countInThread(request: BudgetRequest): Promise<BudgetResult>;
export function countInThread(request: RankedRequest): Promise<RankedResult>;
export function countInThread(request: ComparisonRequest): Promise<Comparison>;
export function countInThread(request: FileRequest): Promise<DocumentAnswer | FaultAnswer>;
export function countInThread(request: CountVote): Promise<CountedVote>;
export function countInThread(request: CompareVote): Promise<Comparison>;
export function countInThread(request: MakeKit): Promise<KitAnswer>;
export function countInThread(request: ReadVote): Promise<VoteAnswer | FaultAnswer>;
export async function countInThread(request: CountRequest): Promise<CountAnswer> {
  const entry = fileURLToPath(new URL('./count-thread.js', import.meta.url));
  if (!existsSync(entry)) return countHere(request);
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB } });
  const limit = setTimeout(() => void worker.terminate(), TIME_LIMIT_MS);
  try {
    const answer = answerOf(worker);
    await Promise.race([send(worker, request), answer]);
    return await answer;
  } finally {
    clearTimeout(limit);
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<CountAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: CountAnswer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the counting thread ended without an answer')));
  });
}

async function send(worker: Worker, request: CountRequest): Promise<void> {
  for (const piece of pieces(request)) {
    worker.postMessage(piece);
    await nextTurn();
  }
}

async function countHere(request: CountRequest): Promise<CountAnswer> {
  const job = new CountJob();
  for (const piece of pieces(request)) {
    job.take(piece);
    await nextTurn();
  }
  return job.answer();
}

function* pieces(request: CountRequest): Generator<ThreadMessage> {
  if (!('instance' in request)) return yield { request, last: true };
  const { ballots } = request.instance;
  const head = { ...request, instance: { ...request.instance, ballots: [] } } as CountRequest;
  yield { request: head, last: ballots.length === 0 };
  for (let at = 0; at < ballots.length; at += SLICE) {
    yield { ballots: ballots.slice(at, at + SLICE), last: at + SLICE >= ballots.length };
  }
}
