import type { Actor, Role } from '#platform';
import type { Mover } from '../domain/task.js';

/** Everyone with a part in an event's work: they see its boards and shifts. */
export const TEAM: readonly Role[] = [
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
];
/** Who gives out work and confirms it. */
export const COORDINATING: readonly Role[] = ['owner', 'organiser', 'coordinator'];

const holdsOne = (actor: Actor | undefined, eventId: string, roles: readonly Role[]): boolean =>
  actor?.rolesIn(eventId).some((role) => roles.includes(role)) ?? false;

export const inTeam = (actor: Actor | undefined, eventId: string): boolean => holdsOne(actor, eventId, TEAM);
export const coordinates = (actor: Actor | undefined, eventId: string): boolean => holdsOne(actor, eventId, COORDINATING);
export const moverOf = (actor: Actor, eventId: string): Mover => ({ accountId: actor.accountId, coordinates: coordinates(actor, eventId) });
