import type { Query } from './api.js';

interface Place {
  /** Path below the event, or below the API with `global`. */
  path: string;
  global?: true;
  /** Filters that are part of the path, such as `{campaignId}`. */
  inPath?: string[];
  /** The field that names a record when it is not `id`. */
  key?: string;
}

/** Where each list of the admin lives in the API. */
export const RESOURCES: Record<string, Place> = {
  sparks: { path: 'sparks', global: true },
  moderation: { path: 'moderation' },
  proposals: { path: 'proposals' },
  ballots: { path: 'ballots' },
  campaigns: { path: 'campaigns' },
  pledges: { path: 'campaigns/{campaignId}/pledges', inPath: ['campaignId'] },
  payments: { path: 'payments' },
  payouts: { path: 'payouts' },
  entries: { path: 'books/entries' },
  statements: { path: 'books/statements' },
  expenses: { path: 'books/expenses' },
  packages: { path: 'sponsor-packages' },
  deals: { path: 'deals' },
  gifts: { path: 'in-kind-gifts' },
  boards: { path: 'boards' },
  hours: { path: 'hours' },
  shifts: { path: 'shifts' },
  team: { path: 'team', key: 'accountId' },
  audit: { path: 'audit' },
  'audit-everywhere': { path: 'admin/audit', global: true },
  accounts: { path: 'admin/accounts', global: true },
};

const placeOf = (resource: string): Place => {
  const place = RESOURCES[resource];
  if (!place) throw new Error(`no place is known for ${resource}`);
  return place;
};

const below = (place: Place, slug: string, path: string): string => (place.global ? path : `events/${slug}/${path}`);

/** The address of a list, and what is left of its filters as a query. Sparks say their event as a filter. */
export function collectionPath(resource: string, slug: string, filter: Query): { path: string; query: Query } {
  const place = placeOf(resource);
  const query: Query = { ...filter };
  let path = place.path;
  for (const name of place.inPath ?? []) {
    path = path.replace(`{${name}}`, encodeURIComponent(String(query[name] ?? '')));
    delete query[name];
  }
  if (resource === 'sparks') query.event = slug;
  return { path: below(place, slug, path), query };
}

/** The address of one record; records listed below a parent have their own address beside it. */
export function itemPath(resource: string, slug: string, id: string | number): string {
  const place = placeOf(resource);
  const path = place.path.replace(/^.*\{.*\}\//, '');
  return `${below(place, slug, path)}/${encodeURIComponent(String(id))}`;
}

/** React-admin wants every record to have an `id`. */
export const identified = <T extends object>(resource: string, row: T): T & { id: string } => {
  const key = placeOf(resource).key ?? 'id';
  return { ...row, id: String((row as Record<string, unknown>)[key]) };
};
