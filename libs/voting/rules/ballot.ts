import type { StateTable } from '#kernel';

/**
 * Where a poll stands. `closing` lasts from the last accepted ballot until the count is stored; `void` ends a vote whose
 * frozen rules turned out wrong, the only way to change them (VOT-6).
 */
export type BallotState = 'draft' | 'open' | 'closing' | 'closed' | 'published' | 'void';

export const BALLOT_STATES: StateTable<BallotState> = {
  draft: ['open', 'void'],
  open: ['closing', 'void'],
  closing: ['closed'],
  closed: ['published'],
  published: [],
  void: [],
};

/** States in which a result may be seen; before them it is hidden in every channel (VOT-8). */
export const RESULT_IS_PUBLIC: readonly BallotState[] = ['closed', 'published'];

/** Ballots of fewer people than this would tell what one of them chose: nothing but totals is published. */
export const FEWEST_TO_PUBLISH = 5;
