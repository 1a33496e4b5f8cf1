import type { Fact } from '#kernel';

/** Amounts in facts are whole minor units, as on the wire. */
interface OfPledge {
  pledgeId: string;
  campaignId: string;
}
interface OfMoney {
  amount: number;
  currency: string;
}

export type CampaignLaunched = Fact<'CampaignLaunched', { campaignId: string } & { goal: number; currency: string }>;
/** A pledge was begun: its place is taken, its card or its money is still to come. Everything else the pledge says. */
export type PledgeMade = Fact<'PledgeMade', { pledgeId: string }>;
/** A pledge counts toward the goal. */
export type PledgeCommitted = Fact<'PledgeCommitted', OfPledge & OfMoney>;
export type PledgeChanged = Fact<'PledgeChanged', OfPledge & OfMoney>;
export type PledgeWithdrawn = Fact<'PledgeWithdrawn', OfPledge & OfMoney>;
export type PledgeCollected = Fact<'PledgeCollected', OfPledge & OfMoney>;
export type PledgeNeedsAction = Fact<'PledgeNeedsAction', OfPledge & { kind: 'needs_authentication' | 'needs_new_method' }>;
export type PledgeLapsed = Fact<'PledgeLapsed', OfPledge & OfMoney>;
export type PledgeRefunded = Fact<'PledgeRefunded', OfPledge & OfMoney>;
export type PledgeDisputed = Fact<
  'PledgeDisputed',
  OfPledge & { outcome: 'opened' | 'won' | 'lost'; reason: string; dueBy: string | null }
>;
export type CampaignSucceeded = Fact<
  'CampaignSucceeded',
  { campaignId: string; counted: number; goal: number; currency: string; pledges: number }
>;
export type CampaignFailed = Fact<
  'CampaignFailed',
  { campaignId: string; counted: number; goal: number; currency: string; pledges: number }
>;
/** The most that may be promised has changed while people pledge: raised, it takes pledges again (PBG-5). Null = there is no target any more. */
export type TargetChanged = Fact<'TargetChanged', { campaignId: string; target: number | null; currency: string }>;
/** A need was met in kind: less cash is asked for (CAM-5). */
export type GoalLowered = Fact<'GoalLowered', { campaignId: string; by: number; goal: number; currency: string; because: string }>;
