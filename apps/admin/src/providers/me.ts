import { read } from './api.js';

/** What a person may be in one event, the one who appoints first. */
export const ROLES = [
  'owner',
  'organiser',
  'treasurer',
  'moderator',
  'estimator',
  'programme',
  'sponsors',
  'coordinator',
  'volunteer',
  'crew',
  'speaker',
] as const;
export type Role = (typeof ROLES)[number];

/** An event in which the person has a role. */
export interface MyEvent {
  slug: string;
  name: string;
  roles: Role[];
}

/** The person who is signed in, as `GET /me` answers. */
export interface Me {
  accountId: string;
  name: string;
  email: string;
  isAdmin: boolean;
  events: MyEvent[];
}

let known: { me: Promise<Me>; until: number } | undefined;
const FRESH_MS = 30_000;

/** Who is signed in; asked again after half a minute. Throws ProblemError 401 for nobody. */
export function whoAmI(): Promise<Me> {
  if (known && known.until > performance.now()) return known.me;
  const me = read<Me>('me');
  known = { me, until: performance.now() + FRESH_MS };
  me.catch(forgetMe);
  return me;
}

export function forgetMe(): void {
  known = undefined;
}
