import type { CampaignListView, CampaignView, ProgressView } from '../views/campaigns';
import type { EventView } from '../views/events';
import type { Api } from './api';

const NOT_PUBLIC = new Set(['draft', 'in_review']);

/** The event's campaign that matters now: the one that runs, else the newest. Null without any, undefined when unknown. */
export async function readCampaign(api: Api, slug: string): Promise<CampaignView | null | undefined> {
  const campaigns = await api.part<CampaignListView>(`/events/${slug}/campaigns`);
  if (!campaigns) return undefined;
  const shown = campaigns.items.filter((c) => !NOT_PUBLIC.has(c.state));
  return shown.find((c) => c.state === 'live') ?? shown[0] ?? null;
}

/** One campaign, where a page can do without it. */
export const readCampaignOf = (api: Api, id: string): Promise<CampaignView | undefined> => api.part<CampaignView>(`/campaigns/${id}`);

/** How far the campaigns are that run now, by the slug of their event; an event whose campaign is late is left out. */
export async function readProgress(api: Api, events: readonly EventView[]): Promise<Record<string, ProgressView>> {
  const funding = events.filter(({ phase }) => phase === 'funding');
  const campaigns = await Promise.all(funding.map(({ slug }) => readCampaign(api, slug)));
  return Object.fromEntries(
    funding.flatMap(({ slug }, at) => {
      const campaign = campaigns[at];
      return campaign?.state === 'live' ? [[slug, campaign.progress]] : [];
    }),
  );
}
