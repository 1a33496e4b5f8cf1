import type { Api } from './api.js';
import type { Team } from './gathering.js';
import type { Outside } from './outside.js';
import { pounds } from './words.js';

/** Test cards by what becomes of them. */
export const CARDS = { good: '4242424242424242', declinesLater: '4000000000000341', asksLater: '4000002760003184' } as const;

export interface CampaignPlan {
  title: string;
  story: string;
  goalPence: number;
  /** Clock time where the event takes place, such as `2027-05-01T22:00`. */
  deadline: string;
  mode?: 'all_or_nothing' | 'keep';
}

export interface OpenCampaign {
  id: string;
  /** Tier ids by name. */
  tiers: Record<string, string>;
}

/** A campaign with three tiers, one of them limited, approved by a second person and live. */
export async function launchCampaign(slug: string, team: Team, plan: CampaignPlan): Promise<OpenCampaign> {
  const { id } = await team.organiser.post<{ id: string }>(`events/${slug}/campaigns`, {
    title: plan.title,
    story: plan.story,
    mode: plan.mode ?? 'all_or_nothing',
    goal: pounds(plan.goalPence),
    deadline: plan.deadline,
    bankDetails: 'We Get Together, Example Bank, sort code 00-00-00, account 01234567',
  });
  for (const tier of TIERS) await team.organiser.post(`events/${slug}/campaigns/${id}/tiers`, { ...tier, price: pounds(tier.price) });
  await team.organiser.post(`events/${slug}/campaigns/${id}/submit`);
  const { tiers } = await team.owner.post<{ tiers: { id: string; name: string }[] }>(`events/${slug}/campaigns/${id}/approve`);
  return { id, tiers: Object.fromEntries(tiers.map((tier) => [tier.name, tier.id])) };
}

const TIERS = [
  { name: 'Friend', description: 'Your name on the wall of thanks.', price: 1_000 },
  { name: 'A place', description: 'A place in the room, lunch included.', price: 2_000 },
  { name: 'Front row', description: 'A place in the first row, and a printed programme.', price: 5_000, capacity: 20 },
] as const;

export interface Pledge {
  pledgeId: string;
  link: string | null;
  next: { url: string | null; transfer: { reference: string; amount: { amount: number } } | null };
}

/** Pledges by card: signed in, or as a guest. Answers the pledge; the payment page is still to come. */
export const pledgeByCard = (who: Api, campaignId: string, pence: number, more: object = {}): Promise<Pledge> =>
  who.post<Pledge>(`campaigns/${campaignId}/pledges`, { amount: pounds(pence), method: 'card', ...more });

/** An organisation pledges by bank transfer, with the reference it has to write on it. */
export const pledgeByTransfer = (who: Api, campaignId: string, pence: number, organisation: string, guest: object): Promise<Pledge> =>
  who.post<Pledge>(`campaigns/${campaignId}/pledges`, {
    amount: pounds(pence),
    method: 'transfer',
    organisation: { name: organisation, po: 'PO-2016-7' },
    guest,
  });

/** Follows a pledge to the payment page and saves (or charges) the card there. */
export async function saveCard(outside: Outside, who: Api, pledge: Pledge, card: string): Promise<void> {
  if (!pledge.next.url) throw new Error(`pledge ${pledge.pledgeId} leads to no payment page`);
  await outside.pay(who, pledge.next.url, card);
}

/** The university gives the hall: valued by the treasurer, accepted by another, the need met in kind and the goal lowered. */
export async function donateVenue(slug: string, team: Team, lineId: string, valuePence: number): Promise<string> {
  const { id } = await team.sponsors.post<{ id: string }>(`events/${slug}/in-kind-gifts`, {
    organisation: 'Riverside University',
    description: 'The Great Hall for a whole day, with its technicians',
    category: 'Venue',
    budgetLineId: lineId,
  });
  await team.treasurer.post(`events/${slug}/in-kind-gifts/${id}/value`, {
    value: pounds(valuePence),
    basisKind: 'price_list',
    basis: 'The university’s published day rate for outside hirers',
  });
  await team.organiser.post(`events/${slug}/in-kind-gifts/${id}/accept`);
  return id;
}

/** The day has been: the gift was received and goes into the books, income and expense alike. */
export async function recogniseVenue(slug: string, team: Team, giftId: string, receivedOn: string): Promise<void> {
  await team.sponsors.post(`events/${slug}/in-kind-gifts/${giftId}/receive`, { receivedOn });
  await team.treasurer.post(`events/${slug}/in-kind-gifts/${giftId}/recognise`);
}
