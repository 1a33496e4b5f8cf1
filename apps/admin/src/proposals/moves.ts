import type { Role } from '../providers/me.js';

/** A step that a person may ask for from a state; the API decides, this only keeps the screen quiet. */
export interface Move {
  name: string;
  /** Whose step it is. */
  by: readonly (Role | 'author')[];
  /** Needs words: a reason, or one of the reasons for taking it back. */
  form?: 'reason' | 'withdraw';
}

const lead: Role[] = ['owner', 'organiser'];

const REJECT: Move = { name: 'reject', by: lead, form: 'reason' };
const WITHDRAW: Move = { name: 'withdraw', by: ['author', ...lead], form: 'withdraw' };
const DROP: Move = { name: 'drop', by: lead, form: 'reason' };

const MOVES: Record<string, readonly Move[]> = {
  draft: [{ name: 'publish', by: ['author'] }],
  published: [{ name: 'review', by: [...lead, 'moderator', 'estimator'] }, REJECT, WITHDRAW],
  under_review: [{ name: 'approve-costs', by: [...lead, 'treasurer', 'estimator'] }, REJECT, WITHDRAW],
  costed: [{ name: 'shortlist', by: lead }, REJECT, WITHDRAW],
  shortlisted: [WITHDRAW],
  funded: [{ name: 'schedule', by: [...lead, 'programme'] }, DROP],
  scheduled: [{ name: 'deliver', by: [...lead, 'programme'] }, DROP],
};

export interface Who {
  roles: readonly Role[];
  /** They wrote the proposal. */
  mine: boolean;
}

const isOf = ({ roles, mine }: Who, by: Move['by']): boolean => by.some((who) => (who === 'author' ? mine : roles.includes(who)));

export const movesFrom = (state: string, who: Who): readonly Move[] => (MOVES[state] ?? []).filter(({ by }) => isOf(who, by));

/** A cost sheet may be written until it is approved, by the author and by those who estimate. */
export const costsMayChange = (state: string, who: Who): boolean =>
  ['draft', 'published', 'under_review'].includes(state) && isOf(who, ['author', ...lead, 'estimator']);
