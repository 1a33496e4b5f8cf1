import type {
  BudgetRequest,
  BudgetResult,
  BuiltKit,
  FileFaultCode,
  Json,
  KitRequest,
  RankedRequest,
  RankedResult,
  RecountParameters,
  StoredBallots,
} from './domain/index.js';
import {
  budgetDocument,
  buildKit,
  canonicalJson,
  count,
  FileFault,
  rankedDocument,
  readVotingFile,
  sha256,
  zipKit,
} from './domain/index.js';
import type { VoteAnswer } from './read-vote.js';
import { readVote } from './read-vote.js';
import { type Comparison, type ComparisonRequest, compareRules } from './rules/comparison.js';
import { outcomeOf } from './rules/outcome-of.js';
import { type Outcome, type ResultDocument, decisionOf, fundedBy } from './rules/result-document.js';
import { type StoredVote, budgetInstance, rankedInstance } from './rules/stored-vote.js';

/**
 * Ballots counted by the rules asked for or compared under all of them, a whole file counted by every rule that applies to it, a closed
 * vote counted or compared, or a recount kit to be made.
 */
export type CountRequest = BudgetRequest | RankedRequest | ComparisonRequest | FileRequest | CountVote | CompareVote | MakeKit | ReadVote;

/**
 * A closed vote of ours with its ballots as the database writes them, texts of JSON lists: the event loop hands them over without looking
 * into them, for reading a hundred thousand ballots there would make everybody wait.
 */
interface OfVote {
  readonly vote: StoredVote;
  readonly groups: readonly string[];
}

/** Its result is to be written down. */
export interface CountVote extends OfVote {
  /** What the result says besides. */
  readonly result: Omit<ResultDocument, 'outcome' | 'sensitivity'>;
  /** Where some ballots look odd: how many, and all the others, in the same form (VOT-11). */
  readonly odd: { readonly flagged: number; readonly others: readonly string[] } | null;
}

/** The result as it is stored, and the options it gives money to. */
export interface CountedVote {
  readonly kind: 'counted';
  readonly text: string;
  readonly hash: string;
  readonly funded: string[];
}

/** All rules over the same ballots. */
export interface CompareVote extends OfVote {
  readonly compare: true;
}

/** A file with a finished vote, to be taken in. */
export interface ReadVote {
  readonly read: { readonly fileName: string; readonly bytes: Uint8Array };
}

/** A closed vote of which the recount kit is made, with its ballots as texts too. */
export interface MakeKit {
  readonly kit: Omit<KitRequest, 'ballots'>;
  readonly groups: readonly string[];
}

export interface KitAnswer extends BuiltKit {
  readonly kind: 'kit';
  readonly zip: Uint8Array;
}

/** A file as it was uploaded; reading it happens off the event loop too. */
export interface FileRequest extends RecountParameters {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A file that cannot be taken in, as plain data. */
export interface FaultAnswer {
  readonly kind: 'fault';
  readonly code: FileFaultCode;
  readonly line: number;
  readonly place: string;
  readonly found: string;
}

export interface DocumentAnswer {
  readonly kind: 'document';
  readonly document: Json;
}

export type CountAnswer = BudgetResult | RankedResult | Comparison | CountedVote | DocumentAnswer | FaultAnswer | KitAnswer | VoteAnswer;

/** One piece of a job. The first carries the request without its ballots, the others ballots only. */
export interface JobPiece {
  readonly request?: CountRequest;
  readonly ballots?: readonly unknown[];
}

/** Puts a request together again and answers it. */
export class CountJob {
  private request: CountRequest | null = null;
  private readonly ballots: unknown[] = [];

  take(piece: JobPiece): void {
    this.request ??= piece.request ?? null;
    for (const ballot of piece.ballots ?? []) this.ballots.push(ballot);
  }

  answer(): CountAnswer {
    const { request } = this;
    if (!request) throw new Error('a counting job without a request');
    if ('read' in request) return orFault(() => readVote(request.read.fileName, request.read.bytes));
    if ('kit' in request) return makeKit(request);
    if ('compare' in request) return compareVote(request);
    if ('vote' in request) return countVote(request);
    if (!('instance' in request)) return orFault(() => countFile(request));
    const instance = { ...request.instance, ballots: this.ballots };
    if ('kind' in request) return compareRules({ ...request, instance } as ComparisonRequest);
    return count({ ...request, instance } as BudgetRequest | RankedRequest);
  }
}

function makeKit({ kit, groups }: MakeKit): KitAnswer {
  const ballots = groups.flatMap((text) => JSON.parse(text) as StoredBallots[]);
  const built = buildKit({ ...kit, ballots });
  return { kind: 'kit', ...built, zip: zipKit(built.files) };
}

function countVote({ vote, groups, result, odd }: CountVote): CountedVote {
  const outcome = outcomeOf(vote, groups);
  const sensitivity = odd && { flagged: odd.flagged, changed: hangsOn(outcome, outcomeOf(vote, odd.others)) };
  const document: ResultDocument = { ...result, outcome, ...(sensitivity ? { sensitivity } : {}) };
  const text = canonicalJson(document);
  return { kind: 'counted', text, hash: sha256(text), funded: fundedBy(document) };
}

/** Whether the ballots that carry no sign of fraud alone would come to something else (VOT-11). */
const hangsOn = (all: Outcome, others: Outcome): boolean => JSON.stringify(decisionOf(others)) !== JSON.stringify(decisionOf(all));

function compareVote({ vote, groups }: CompareVote): Comparison {
  const { rule: official, threshold, seats, increment } = vote;
  const instance = vote.pot === null ? rankedInstance(vote, groups) : budgetInstance(vote, groups);
  return compareRules({ kind: 'comparison', instance, official, threshold, seats, ...(increment === null ? {} : { increment }) });
}

function countFile({ fileName, bytes, increment, seats }: FileRequest): DocumentAnswer {
  const instance = readVotingFile(fileName, bytes);
  if (instance.kind === 'ranked') return { kind: 'document', document: rankedDocument(instance, { seats: seats ?? 1 }) };
  const step = BigInt(increment ?? 1) * 10n ** BigInt(instance.decimals);
  return { kind: 'document', document: budgetDocument(instance, { increment: step }) };
}

/** A broken file is an answer and no failure of the thread. */
function orFault<A>(answer: () => A): A | FaultAnswer {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { code, line, place, found } = error;
    return { kind: 'fault', code, line, place, found };
  }
}
