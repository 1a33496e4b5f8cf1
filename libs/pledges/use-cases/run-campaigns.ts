import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Payments } from '#payments';
import { Database, UnitOfWork } from '#platform';
import type { PledgeState } from '../domain/pledge.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { PledgesStore } from '../store/pledges.store.js';
import { EvaluateCampaign } from './evaluate-campaign.js';
import { MoveCampaign } from './move-campaign.js';

/** While one of these is left, collecting goes on. */
const UNDER_WAY: readonly PledgeState[] = [
  'collecting',
  'retrying',
  'needs_authentication',
  'needs_new_method',
  'processing',
  'awaiting_transfer',
  'part_received',
];

/** Does what the clock asks of campaigns: opens them, closes and counts them, ends their collection. Safe to run twice. */
@Injectable()
export class RunCampaigns {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly campaigns: CampaignsStore,
    private readonly pledges: PledgesStore,
    private readonly payments: Payments,
    private readonly evaluate: EvaluateCampaign,
    private readonly moveCampaign: MoveCampaign,
  ) {}

  async execute(): Promise<void> {
    for (const { id, state } of await this.campaigns.due(this.database, this.clock.now())) {
      if (state === 'scheduled') await this.open(id);
      if (state === 'live') await this.close(id);
      if (state === 'live' || state === 'evaluating') await this.evaluate.execute(id);
      if (state === 'collecting' || state === 'releasing') await this.finish(id);
    }
  }

  private async open(id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      if (campaign.state === 'scheduled' && campaign.opens_at <= tx.now) await this.moveCampaign.within(tx, campaign, 'live');
    });
  }

  /** From here on nobody new comes in; those on the payment page are asked to leave it. */
  private async close(id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      if (campaign.state !== 'live' || campaign.deadline_at >= tx.now) return;
      await this.moveCampaign.within(tx, campaign, 'evaluating');
      const begun = await this.pledges.inStates(tx, id, ['draft', 'reserved']);
      await this.payments.endVisits(
        tx,
        'pledge',
        begun.map((p) => p.id),
      );
    });
  }

  private async finish(id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      if (campaign.state === 'releasing') return this.moveCampaign.within(tx, campaign, 'released');
      if (campaign.state === 'collecting' && (await this.pledges.countIn(tx, id, UNDER_WAY)) === 0)
        await this.moveCampaign.within(tx, campaign, 'collected');
    });
  }
}
