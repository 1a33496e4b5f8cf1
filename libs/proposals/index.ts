export { type BallotOption, Proposals } from './proposals.js';
export { ProposalsModule } from './proposals.module.js';
export { CostProposal } from './use-cases/cost-proposal.js';
export { SteerProposal } from './use-cases/steer-proposal.js';
export { SupportProposal } from './use-cases/support-proposal.js';
export { WriteProposal } from './use-cases/write-proposal.js';
export type * from './domain/proposals.facts.js';
