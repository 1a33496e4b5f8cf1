import type { BallotContentView } from '../../views/ballots';

/** A receipt with what was chosen, as this device keeps it. */
export interface KeptBallot {
  readonly receipt: string;
  readonly ballot: BallotContentView;
}

const KEPT = 'wgt.ballot.';
const DRAFT = 'wgt.draft.';

/** What this browser keeps for its person; a browser that keeps nothing (private windows, full storage) is no fault. */
export const keepBallot = (id: string, kept: KeptBallot): boolean => write(KEPT + id, kept);
export const keptBallot = (id: string): KeptBallot | undefined => read<KeptBallot>(KEPT + id);
export const forgetBallot = (id: string): void => remove(KEPT + id);

/** A ballot that could not be sent, as the form's fields. */
export type Draft = readonly (readonly [string, string])[];
export const keepDraft = (id: string, draft: Draft): boolean => write(DRAFT + id, draft);
export const keptDraft = (id: string): Draft | undefined => read<Draft>(DRAFT + id);
export const forgetDraft = (id: string): void => remove(DRAFT + id);

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function read<T>(key: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
