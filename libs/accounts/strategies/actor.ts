import type { Actor } from '#platform';
import type { KnownPerson } from '../store/credentials.store.js';

/** A loaded person as the caller of a request. */
export const actorOf = (person: KnownPerson, sessionId: string | null): Actor => ({
  accountId: person.id,
  displayName: person.name,
  isAdmin: person.is_admin,
  sessionId,
  rolesIn: (eventId) => person.roles?.[eventId] ?? [],
});
