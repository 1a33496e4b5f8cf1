export { ProposalScreen } from './proposal-screen.js';
export { ProposalsScreen } from './proposals-screen.js';
