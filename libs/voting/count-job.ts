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
import { budgetDocument, buildKit, count, FileFault, rankedDocument, readVotingFile, zipKit } from './domain/index.js';
import type { VoteAnswer } from './read-vote.js';
import { readVote } from './read-vote.js';
import { type Comparison, type ComparisonRequest, compareRules } from './rules/comparison.js';

/** Ballots counted by the rules asked for or compared under all of them, a whole file counted by every rule that applies to it, or a recount kit to be made. */
export type CountRequest = BudgetRequest | RankedRequest | ComparisonRequest | FileRequest | MakeKit | ReadVote;

/** A file with a finished vote, to be taken in. */
export interface ReadVote {
  readonly read: { readonly fileName: string; readonly bytes: Uint8Array };
}

/** A closed vote of which the recount kit is made. The ballots stand where those of a count do, so that they travel in pieces. */
export interface MakeKit {
  readonly kit: Omit<KitRequest, 'ballots'>;
  readonly instance: { readonly ballots: readonly StoredBallots[] };
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

export type CountAnswer = BudgetResult | RankedResult | Comparison | DocumentAnswer | FaultAnswer | KitAnswer | VoteAnswer;

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
    if (!('instance' in request)) return orFault(() => countFile(request));
    if ('kit' in request) return makeKit({ ...request.kit, ballots: this.ballots as StoredBallots[] });
    const instance = { ...request.instance, ballots: this.ballots };
    if ('kind' in request) return compareRules({ ...request, instance } as ComparisonRequest);
    return count({ ...request, instance } as BudgetRequest | RankedRequest);
  }
}

function makeKit(request: KitRequest): KitAnswer {
  const built = buildKit(request);
  return { kind: 'kit', ...built, zip: zipKit(built.files) };
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
