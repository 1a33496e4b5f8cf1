import type { ProposalDetailView, ProposalView, ProposalsPageView } from '../views/proposals';
import type { Api } from './api';

/** A proposal that a backer may say matters to them. */
export interface Wishable {
  readonly id: string;
  readonly title: string;
  readonly state: string;
}

const MOST = 100;
const plain = ({ id, title, state }: ProposalView): Wishable => ({ id, title, state });

/** The event's proposals that are voted on now or were funded; none when they are not to be had, for a pledge can do without. */
export async function readWishable(api: Api, slug: string): Promise<Wishable[]> {
  const pages = await Promise.all(
    ['on_ballot', 'funded'].map((state) => api.part<ProposalsPageView>(`/events/${slug}/proposals`, { state, limit: MOST })),
  );
  return pages.flatMap((page) => page?.items.map(plain) ?? []);
}

/** The proposals that a pledge names, in its order, whatever has become of them. */
export async function readWishes(api: Api, slug: string | null, ids: readonly string[]): Promise<Wishable[]> {
  if (slug === null) return [];
  const found = await Promise.all(ids.map((id) => api.part<ProposalDetailView>(`/events/${slug}/proposals/${id}`)));
  return found.flatMap((proposal) => (proposal ? [plain(proposal)] : []));
}
