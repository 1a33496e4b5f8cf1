import { type StateTable } from '#kernel';

export const ATTEMPT_STATES = ['created', 'submitted', 'succeeded', 'failed', 'needs_action', 'processing', 'unknown'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/**
 * One try to take money. `submitted` is written before the request leaves, so that a process that dies with it in flight
 * leaves a trace; from there, and from `unknown`, only looking at Stripe leads on (CHG-2).
 */
export const ATTEMPT_MOVES: StateTable<AttemptState> = {
  created: ['submitted', 'failed'],
  submitted: ['succeeded', 'failed', 'needs_action', 'processing', 'unknown'],
  unknown: ['succeeded', 'failed', 'needs_action', 'processing', 'submitted'],
  processing: ['succeeded', 'failed'],
  succeeded: [],
  failed: [],
  needs_action: [],
};

/** What a try led to, in our words. */
export type AttemptResult =
  | { state: 'succeeded' | 'processing' | 'unknown' }
  | { state: 'failed' | 'needs_action'; code: string; declineCode: string | null; adviceCode: string | null };
