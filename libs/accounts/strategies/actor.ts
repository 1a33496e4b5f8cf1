import type { Actor } from '#platform';
import type { KnownPerson } from '../store/credentials.store.js';

/** A loaded person as the caller of a request: by a browser session, or without one by an access token. */
export const actorOf = (person: KnownPerson, sessionId: string | null): Actor => ({
  accountId: person.id,
  displayName: person.name,
  isAdmin: person.is_admin,
  sessionId,
  ...(sessionId === null ? { tokenHash: person.token_hash } : {}),
  rolesIn: (eventId) => person.roles?.[eventId] ?? [],
});
