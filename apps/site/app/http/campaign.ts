import type { CampaignView, CampaignsView, ProgressView } from '../views/campaigns';
import type { Api } from './api';

export interface CampaignOfEvent {
  readonly campaign: CampaignView;
  /** Undefined when the figures could not be had in time. */
  readonly progress: ProgressView | undefined;
}

/** The event's campaign that matters now: the one that runs, else the last one. Null without any, undefined when unknown. */
export async function readCampaign(api: Api, slug: string): Promise<CampaignOfEvent | null | undefined> {
  const campaigns = await api.part<CampaignsView>(`/events/${slug}/campaigns`);
  if (!campaigns) return undefined;
  const chosen = campaigns.items.find((c) => c.state === 'live') ?? campaigns.items[0];
  if (!chosen) return null;
  const [campaign, progress] = await Promise.all([
    api.part<CampaignView>(`/campaigns/${chosen.id}`),
    api.part<ProgressView>(`/campaigns/${chosen.id}/progress`),
  ]);
  return { campaign: campaign ?? chosen, progress };
}
