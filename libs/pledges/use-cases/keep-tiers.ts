import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import { UnitOfWork } from '#platform';
import { refuse } from '../domain/pledge.refusals.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { type TierDraft, TiersStore } from '../store/tiers.store.js';

/** Adds tiers and changes them within what people who chose them were told (TIER-3). */
@Injectable()
export class KeepTiers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignsStore,
    private readonly tiers: TiersStore,
  ) {}

  add(eventId: string, campaignId: string, tier: TierDraft): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.inEvent(tx, eventId, campaignId);
      if (!campaign) throw refuse.CAMPAIGN_NOT_FOUND();
      const id = newId();
      await this.tiers.add(tx, { ...tier, id, event_id: eventId, campaign_id: campaignId, currency: campaign.currency });
      await tx.audit({ action: 'tier added', eventId, subjectKind: 'tier', subjectId: id });
      return id;
    });
  }

  /** Refuses TIER_BELOW_TAKEN, and TIER_IN_USE for the price or the reward of a tier that somebody chose. */
  change(eventId: string, campaignId: string, id: string, wish: Partial<TierDraft>): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const tier = await this.tiers.lock(tx, eventId, campaignId, id);
      const whole: TierDraft = { ...tier, ...wish };
      const promised = whole.price_minor !== tier.price_minor || whole.description !== tier.description || whole.name !== tier.name;
      if (tier.taken > 0 && promised) throw refuse.TIER_IN_USE({ pledges: tier.taken });
      // Places appear or go with the limit; a limit cannot come or go under people who have none to show for it.
      if ((tier.capacity === null) !== (whole.capacity === null) && tier.taken > 0) throw refuse.TIER_IN_USE({ pledges: tier.taken });
      await this.tiers.resize(tx, tier, whole.capacity ?? 0);
      await this.tiers.change(tx, id, whole);
      await tx.audit({ action: 'tier changed', eventId, subjectKind: 'tier', subjectId: id, details: { changed: Object.keys(wish) } });
    });
  }
}
