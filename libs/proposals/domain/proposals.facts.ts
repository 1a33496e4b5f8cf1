import type { Fact, Id, WireMoney } from '#kernel';

/** A proposal can be read and supported by everybody. */
export type ProposalPublished = Fact<'ProposalPublished', { proposalId: string }>;
/** A text that people support was changed; `version` is the new one (PRP-3). */
export type ProposalEdited = Fact<'ProposalEdited', { proposalId: string; version: number }>;
/** It was taken back; ballots that hold it must let go of it (PRP-4). */
export type ProposalWithdrawn = Fact<'ProposalWithdrawn', { proposalId: string }>;
/** A ballot gave it money. The ledger makes a budget line of it. */
export type ProposalFunded = Fact<'ProposalFunded', { proposalId: string; ballotId: string; title: string; cost: WireMoney }>;
/** A ballot gave it none. */
export type ProposalNotFunded = Fact<'ProposalNotFunded', { proposalId: string; ballotId: string }>;

export const proposalPublished = (eventId: Id<'event'>, proposalId: string): ProposalPublished => ({
  type: 'ProposalPublished',
  eventId,
  body: { proposalId },
});
export const proposalEdited = (eventId: Id<'event'>, proposalId: string, version: number): ProposalEdited => ({
  type: 'ProposalEdited',
  eventId,
  body: { proposalId, version },
});
export const proposalWithdrawn = (eventId: Id<'event'>, proposalId: string): ProposalWithdrawn => ({
  type: 'ProposalWithdrawn',
  eventId,
  body: { proposalId },
});
