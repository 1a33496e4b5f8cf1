/** A step that a person may ask for from a state; the API decides, this only keeps the screen quiet. */
export interface Move {
  name: string;
  /** Needs words: a reason, a note. */
  form?: 'withdraw' | 'reject';
}

const MOVES: Record<string, readonly Move[]> = {
  draft: [{ name: 'publish' }],
  published: [{ name: 'review' }, { name: 'reject', form: 'reject' }, { name: 'withdraw', form: 'withdraw' }],
  under_review: [{ name: 'approve-costs' }, { name: 'reject', form: 'reject' }, { name: 'withdraw', form: 'withdraw' }],
  costed: [{ name: 'shortlist' }, { name: 'reject', form: 'reject' }, { name: 'withdraw', form: 'withdraw' }],
  shortlisted: [{ name: 'withdraw', form: 'withdraw' }],
};

export const movesFrom = (state: string): readonly Move[] => MOVES[state] ?? [];

/** A cost sheet may be written until the proposal is on a ballot. */
export const costsMayChange = (state: string): boolean => ['draft', 'published', 'under_review'].includes(state);
