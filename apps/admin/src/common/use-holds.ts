import { useEvent } from '../layout/event-context.js';
import type { Role } from '../providers/me.js';

/** Whether one holds any of these roles here. Keeps out of sight what the API would refuse; what may be done is the API's to say. */
export function useHolds(...roles: Role[]): boolean {
  const held = useEvent().roles;
  return roles.some((role) => held.includes(role));
}
