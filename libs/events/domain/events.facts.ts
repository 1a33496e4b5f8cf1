import type { Fact, Id } from '#kernel';

/** A gathering exists. */
export type EventCreated = Fact<'EventCreated', { eventId: string; slug: string }>;
/** A spark has become public. */
export type SparkPosted = Fact<'SparkPosted', { sparkId: string }>;
/** Enough people support a spark, or a moderator opened its conversation: once per spark (SPK-5). */
export type SparkConversing = Fact<'SparkConversing', { sparkId: string }>;
/** A spark became an event or a proposal. */
export type SparkPromoted = Fact<'SparkPromoted', { sparkId: string; eventId: string; proposalId?: string }>;
/** Something was said under a spark or a proposal. */
export type CommentPosted = Fact<'CommentPosted', { commentId: string; threadId: string }>;
/** Moderators (or three reports) took something out of sight, or put it back. */
export type ItemHidden = Fact<'ItemHidden', { kind: string; id: string }>;
export type ItemRestored = Fact<'ItemRestored', { kind: string; id: string }>;
/** A phase of the budget process has begun. */
export type BudgetPhaseBegan = Fact<'BudgetPhaseBegan', { phase: string }>;

export const eventCreated = (eventId: Id<'event'>, slug: string): EventCreated => ({
  type: 'EventCreated',
  eventId,
  body: { eventId, slug },
});
export const budgetPhaseBegan = (eventId: Id<'event'>, phase: string): BudgetPhaseBegan => ({
  type: 'BudgetPhaseBegan',
  eventId,
  body: { phase },
});
export const sparkPosted = (eventId: Id<'event'> | null, sparkId: string): SparkPosted => ({
  type: 'SparkPosted',
  eventId,
  body: { sparkId },
});
export const sparkConversing = (eventId: Id<'event'> | null, sparkId: string): SparkConversing => ({
  type: 'SparkConversing',
  eventId,
  body: { sparkId },
});
export const sparkPromoted = (eventId: Id<'event'>, sparkId: string, proposalId?: string): SparkPromoted => ({
  type: 'SparkPromoted',
  eventId,
  body: { sparkId, eventId, ...(proposalId ? { proposalId } : {}) },
});
