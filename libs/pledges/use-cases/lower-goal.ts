import { Injectable } from '@nestjs/common';
import { type Id, type Money, newId, toWire } from '#kernel';
import { Job, type JobWorker, type Tx, UnitOfWork } from '#platform';
import { refuse } from '../domain/pledge.refusals.js';
import { PledgeMails } from '../mails/pledge-mails.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { PledgesStore } from '../store/pledges.store.js';

export interface GoalCut {
  amount: Money;
  /** Said to backers: what was given. */
  because: string;
  /** The gift or deal that did it: it lowers a goal once. */
  sourceId: string;
}

/** A need was met in kind, so less cash is asked for, at least and at most (CAM-5, PBG-5): in the transaction of the gift, once per gift. */
@Injectable()
@Job('tell-goal-lowered')
export class LowerGoal implements JobWorker<{ pledge: string; by: string }> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignsStore,
    private readonly pledges: PledgesStore,
    private readonly mails: PledgeMails,
  ) {}

  /** Answers false when no campaign is open any more, or this source lowered a goal already. The pledged sum does not move. */
  async within(tx: Tx, eventId: Id<'event'>, cut: GoalCut): Promise<boolean> {
    const campaign = await this.campaigns.openOf(tx, eventId);
    if (!campaign) return false;
    if (campaign.currency !== cut.amount.currency) throw refuse.PLEDGE_WRONG_CURRENCY({ expected: campaign.currency });
    const lowered = await this.campaigns.lowerGoal(tx, campaign, {
      id: newId(),
      sourceId: cut.sourceId,
      byMinor: cut.amount.minor,
      because: cut.because,
    });
    if (!lowered) return false;
    const { goal_minor: goal, target_minor: target } = await this.campaigns.lock(tx, campaign.id);
    await tx.audit({
      action: 'goal lowered',
      eventId,
      subjectKind: 'campaign',
      subjectId: campaign.id,
      reason: cut.because,
      details: { by: String(cut.amount.minor), ...(target === null ? {} : { target: [String(campaign.target_minor), String(target)] }) },
    });
    const body = {
      campaignId: campaign.id,
      by: toWire(cut.amount).amount,
      goal: Number(goal),
      currency: campaign.currency,
      because: cut.because,
    };
    await tx.fact({ type: 'GoalLowered', eventId, body });
    for (const { id } of await this.pledges.inStates(tx, campaign.id, ['committed', 'received', 'awaiting_transfer'])) {
      await tx.enqueue('tell-goal-lowered', { pledge: id, by: String(cut.amount.minor) });
    }
    return true;
  }

  async work({ pledge, by }: { pledge: string; by: string }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await this.pledges.byId(tx, pledge);
      if (row) await this.mails.goalLowered(tx, row, BigInt(by));
    });
  }
}
