export { CastBallot } from './use-cases/cast-ballot.js';
export { CloseBallot } from './use-cases/close-ballot.js';
export { CountBallot } from './use-cases/count-ballot.js';
export { DeclareBallot } from './use-cases/declare-ballot.js';
export { ImportVote } from './use-cases/import-vote.js';
export { OpenBallot } from './use-cases/open-ballot.js';
export { SealCasts } from './use-cases/seal-casts.js';
export { VotingModule } from './voting.module.js';
export type * from './rules/voting.facts.js';
