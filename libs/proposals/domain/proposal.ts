import type { StateTable } from '#kernel';

/** Where a proposal stands (PRP-1). */
export type ProposalState =
  | 'draft'
  | 'published'
  | 'under_review'
  | 'costed'
  | 'shortlisted'
  | 'on_ballot'
  | 'funded'
  | 'not_funded'
  | 'scheduled'
  | 'delivered'
  | 'dropped'
  | 'withdrawn'
  | 'merged'
  | 'rejected'
  | 'hidden';

export const PROPOSAL_STATES: StateTable<ProposalState> = {
  draft: ['published', 'withdrawn'],
  published: ['under_review', 'withdrawn', 'merged', 'rejected', 'hidden'],
  under_review: ['costed', 'withdrawn', 'merged', 'rejected', 'hidden'],
  costed: ['shortlisted', 'withdrawn', 'merged', 'rejected', 'hidden'],
  shortlisted: ['on_ballot', 'withdrawn', 'merged', 'rejected', 'hidden'],
  // Back to the shortlist when its ballot is void or missed its quorum.
  on_ballot: ['funded', 'not_funded', 'shortlisted', 'withdrawn', 'hidden'],
  funded: ['scheduled', 'dropped', 'hidden'],
  // People may pay for it all the same, or vote on it again.
  not_funded: ['scheduled', 'shortlisted', 'dropped', 'hidden'],
  scheduled: ['delivered', 'dropped', 'hidden'],
  delivered: [],
  dropped: [],
  withdrawn: [],
  merged: [],
  rejected: [],
  hidden: ['published', 'under_review', 'costed', 'shortlisted', 'on_ballot', 'funded', 'not_funded', 'scheduled', 'withdrawn'],
};

/** Before it is on a ballot its author may change and withdraw it (PRP-3, PRP-4). */
export const BEFORE_BALLOT: readonly ProposalState[] = ['draft', 'published', 'under_review', 'costed', 'shortlisted'];

/** States in which a cost sheet may still be put in: prices freeze with their approval (PRP-6). */
export const TAKES_COSTS: readonly ProposalState[] = ['draft', 'published', 'under_review'];

/** States in which it takes supports. */
export const TAKES_SUPPORT: readonly ProposalState[] = ['published', 'under_review', 'costed', 'shortlisted'];

/** Ends and hidden ones are not in the list; withdrawn ones keep a page as a tombstone. */
export const LISTED: readonly ProposalState[] = [
  'published',
  'under_review',
  'costed',
  'shortlisted',
  'on_ballot',
  'funded',
  'not_funded',
  'scheduled',
  'delivered',
  'dropped',
];

/** Why an author takes a proposal back (PRP-4). */
export const WITHDRAWAL_REASONS = ['duplicate', 'under_way', 'not_feasible', 'done', 'other'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

const FREE_EDIT_MS = 5 * 60_000;

/** An edit makes a version unless it is a draft or was published less than five minutes ago (PRP-3). */
export const editMakesVersion = (publishedAt: Date | null, now: Date): boolean =>
  publishedAt !== null && now.getTime() - publishedAt.getTime() >= FREE_EDIT_MS;
