export type * from './domain/pledge.facts.js';
export { type CampaignSums, Pledges, type WishSum } from './pledges.js';
export { PledgesModule } from './pledges.module.js';
export type { GoalCut } from './use-cases/lower-goal.js';
