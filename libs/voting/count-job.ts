import type { BudgetRequest, BudgetResult, FileFaultCode, Json, RankedRequest, RankedResult, RecountParameters } from './domain/index.js';
import { budgetDocument, count, FileFault, rankedDocument, readVotingFile } from './domain/index.js';
import { type Comparison, type ComparisonRequest, compareRules } from './rules/comparison.js';

/** Ballots counted by the rules asked for or compared under all of them, or a whole file counted by every rule that applies to it. */
export type CountRequest = BudgetRequest | RankedRequest | ComparisonRequest | FileRequest;

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

export type CountAnswer = BudgetResult | RankedResult | Comparison | DocumentAnswer | FaultAnswer;

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
    if (!('instance' in request)) return countFile(request);
    const instance = { ...request.instance, ballots: this.ballots };
    if ('kind' in request) return compareRules({ ...request, instance } as ComparisonRequest);
    return count({ ...request, instance } as BudgetRequest | RankedRequest);
  }
}

function countFile({ fileName, bytes, increment, seats }: FileRequest): DocumentAnswer | FaultAnswer {
  try {
    const instance = readVotingFile(fileName, bytes);
    if (instance.kind === 'ranked') return { kind: 'document', document: rankedDocument(instance, { seats: seats ?? 1 }) };
    const step = BigInt(increment ?? 1) * 10n ** BigInt(instance.decimals);
    return { kind: 'document', document: budgetDocument(instance, { increment: step }) };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { code, line, place, found } = error;
    return { kind: 'fault', code, line, place, found };
  }
}
