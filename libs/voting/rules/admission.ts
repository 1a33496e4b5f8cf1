import { createHash } from 'node:crypto';
import type { Admission as Admit } from './declaration.js';

/** What decides whether somebody may still join an electorate. */
export interface Admission {
  state: string;
  closesAt: Date;
  lateJoiners: 'admitted' | 'refused';
  admits: readonly Admit[];
}

/**
 * Whether people who did not stand in the snapshot may join now, if they meet one of the vote's conditions (VOT-2). A code is entered
 * by its nature after the opening, so it admits whatever was said of late joiners.
 */
export function admitsLate({ state, closesAt, lateJoiners }: Admission, now: Date): boolean {
  return state === 'open' && now < closesAt && lateJoiners === 'admitted';
}

/** What is stored of an address on the list of those invited: SHA-256 of the vote and the mailbox's key (lower case, no tag). */
export const addressHash = (ballotId: string, emailKey: string): string =>
  createHash('sha256').update(`${ballotId.toLowerCase()}:${emailKey}`).digest('hex');
