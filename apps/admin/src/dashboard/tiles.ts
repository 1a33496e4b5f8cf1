import type { Role } from '../providers/me.js';

/** Whose desk it is; `admin` runs the installation. */
export type Desk = 'organiser' | 'treasurer' | 'moderator' | 'estimator' | 'sponsors' | 'coordinator' | 'volunteer' | 'admin';

export type TileName =
  | 'funding'
  | 'moderation'
  | 'review'
  | 'ballots'
  | 'books'
  | 'deals'
  | 'unmatched'
  | 'expenses'
  | 'refunds'
  | 'payouts'
  | 'pledges'
  | 'sparks'
  | 'to-cost'
  | 'gifts'
  | 'promises'
  | 'hours'
  | 'shifts'
  | 'boards'
  | 'my-hours'
  | 'team'
  | 'accounts'
  | 'open-wall'
  | 'budget'
  | 'audit';

/** At most six tiles a desk; each answers one question and leads to the place where it can be acted upon. */
export const DESKS: Record<Desk, readonly TileName[]> = {
  organiser: ['funding', 'review', 'ballots', 'books', 'deals', 'boards'],
  treasurer: ['books', 'unmatched', 'expenses', 'refunds', 'pledges', 'payouts'],
  moderator: ['moderation', 'sparks', 'review'],
  estimator: ['to-cost', 'budget', 'ballots'],
  sponsors: ['deals', 'promises', 'gifts', 'funding'],
  coordinator: ['hours', 'shifts', 'boards', 'team'],
  volunteer: ['boards', 'shifts', 'my-hours', 'funding'],
  admin: ['open-wall', 'accounts', 'audit'],
};

const DESK_OF: Partial<Record<Role, Desk>> = {
  owner: 'organiser',
  organiser: 'organiser',
  treasurer: 'treasurer',
  moderator: 'moderator',
  estimator: 'estimator',
  sponsors: 'sponsors',
  coordinator: 'coordinator',
  volunteer: 'volunteer',
  crew: 'volunteer',
  speaker: 'volunteer',
  programme: 'organiser',
};

/** The desks of one person, one for each kind of work they do here, in the order of the roles above. */
export function desksOf(who: { roles: readonly Role[]; isAdmin: boolean }): Desk[] {
  const held = (Object.keys(DESK_OF) as Role[]).filter((role) => who.roles.includes(role)).map((role) => DESK_OF[role]!);
  return [...new Set<Desk>([...held, ...(who.isAdmin ? (['admin'] as const) : [])])];
}
