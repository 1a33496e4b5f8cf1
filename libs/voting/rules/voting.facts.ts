import type { Fact, Id } from '#kernel';

/** A vote can be cast; its rules are frozen. */
export type BallotOpened = Fact<'BallotOpened', { ballotId: string }>;
/** No more ballots are taken; the count is under way. */
export type BallotClosed = Fact<'BallotClosed', { ballotId: string }>;
/** The result is public. */
export type BallotCounted = Fact<'BallotCounted', { ballotId: string; funded: string[]; notFunded: string[] }>;
/** The vote ended without a result, because its rules were wrong. */
export type BallotVoided = Fact<'BallotVoided', { ballotId: string }>;

export const ballotOpened = (eventId: Id<'event'>, ballotId: string): BallotOpened => ({
  type: 'BallotOpened',
  eventId,
  body: { ballotId },
});
export const ballotClosed = (eventId: Id<'event'>, ballotId: string): BallotClosed => ({
  type: 'BallotClosed',
  eventId,
  body: { ballotId },
});
export const ballotVoided = (eventId: Id<'event'>, ballotId: string): BallotVoided => ({
  type: 'BallotVoided',
  eventId,
  body: { ballotId },
});
export const ballotCounted = (eventId: Id<'event'>, ballotId: string, funded: string[], notFunded: string[]): BallotCounted => ({
  type: 'BallotCounted',
  eventId,
  body: { ballotId, funded, notFunded },
});
