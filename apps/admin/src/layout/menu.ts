import type { Role } from '../providers/me.js';

/** Who sees an entry: `team` is anyone with a role in the event, `admin` runs the installation. */
type Audience = Role | 'team' | 'admin';

export interface MenuEntry {
  /** Names the entry, its address and its text `menu.<name>`. */
  name: string;
  to: string;
  for: readonly Audience[];
}

export interface MenuGroup {
  name: string;
  entries: readonly MenuEntry[];
}

const lead: Role[] = ['owner', 'organiser'];
const money: Role[] = [...lead, 'treasurer'];
const keepers: Role[] = ['owner', 'treasurer'];
const partners: Role[] = [...lead, 'sponsors', 'treasurer'];

/**
 * The whole menu. It only keeps places out of sight where a person has nothing to do; what they may do there is decided
 * by the API. At most seven entries a group.
 */
export const MENU: readonly MenuGroup[] = [
  {
    name: 'community',
    entries: [
      { name: 'sparks', to: '/sparks', for: ['team'] },
      { name: 'moderation', to: '/moderation', for: [...lead, 'moderator'] },
      { name: 'proposals', to: '/proposals', for: ['team'] },
      { name: 'phases', to: '/phases', for: ['team'] },
      { name: 'ballots', to: '/ballots', for: ['team'] },
    ],
  },
  {
    name: 'funding',
    entries: [
      { name: 'campaigns', to: '/campaigns', for: ['team'] },
      { name: 'pledges', to: '/pledges', for: keepers },
      { name: 'refunds', to: '/refunds', for: keepers },
      { name: 'payments', to: '/payments', for: keepers },
      { name: 'payouts', to: '/payouts', for: keepers },
    ],
  },
  {
    name: 'books',
    entries: [
      { name: 'summary', to: '/books', for: ['team'] },
      { name: 'trial-balance', to: '/balances', for: money },
      { name: 'budget', to: '/budget', for: ['team'] },
      { name: 'entries', to: '/entries', for: money },
      { name: 'statements', to: '/statements', for: money },
      { name: 'reconcile', to: '/reconcile', for: ['treasurer'] },
      { name: 'expenses', to: '/expenses', for: ['team'] },
    ],
  },
  {
    name: 'partners',
    entries: [
      { name: 'packages', to: '/packages', for: partners },
      { name: 'deals', to: '/deals', for: partners },
      { name: 'gifts', to: '/gifts', for: partners },
    ],
  },
  {
    name: 'people',
    entries: [
      { name: 'boards', to: '/boards', for: ['team'] },
      { name: 'hours', to: '/hours', for: ['team'] },
      { name: 'shifts', to: '/shifts', for: [...lead, 'coordinator', 'volunteer', 'crew'] },
      { name: 'facts', to: '/facts', for: lead },
      { name: 'team', to: '/team', for: [...money, 'coordinator'] },
      { name: 'audit', to: '/audit', for: [...lead, 'admin'] },
    ],
  },
  {
    name: 'platform',
    entries: [
      { name: 'open-wall', to: '/open-wall', for: ['admin'] },
      { name: 'accounts', to: '/accounts', for: ['admin'] },
    ],
  },
];

export interface Who {
  roles: readonly Role[];
  isAdmin: boolean;
}

const sees = (who: Who, entry: MenuEntry): boolean =>
  entry.for.some((audience) =>
    audience === 'admin' ? who.isAdmin : audience === 'team' ? who.roles.length > 0 : who.roles.includes(audience),
  );

/** The menu of one person; groups with nothing in them are left out. */
export const menuFor = (who: Who): MenuGroup[] =>
  MENU.map((group) => ({ ...group, entries: group.entries.filter((entry) => sees(who, entry)) })).filter(
    (group) => group.entries.length > 0,
  );
