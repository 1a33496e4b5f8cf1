/** A step that a person may ask for from a state; the API decides, this only keeps the screen quiet. */
export interface Move {
  name: string;
  /** Needs words: a reason, or one of the reasons for taking it back. */
  form?: 'reason' | 'withdraw';
}

const REJECT: Move = { name: 'reject', form: 'reason' };
const WITHDRAW: Move = { name: 'withdraw', form: 'withdraw' };
const DROP: Move = { name: 'drop', form: 'reason' };

const MOVES: Record<string, readonly Move[]> = {
  draft: [{ name: 'publish' }],
  published: [{ name: 'review' }, REJECT, WITHDRAW],
  under_review: [{ name: 'approve-costs' }, REJECT, WITHDRAW],
  costed: [{ name: 'shortlist' }, REJECT, WITHDRAW],
  shortlisted: [WITHDRAW],
  funded: [{ name: 'schedule' }, DROP],
  scheduled: [{ name: 'deliver' }, DROP],
};

export const movesFrom = (state: string): readonly Move[] => MOVES[state] ?? [];

/** A cost sheet may be written until it is approved. */
export const costsMayChange = (state: string): boolean => ['draft', 'published', 'under_review'].includes(state);
