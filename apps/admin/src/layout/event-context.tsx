import { createContext, useContext } from 'react';
import type { Me, Role } from '../providers/me.js';

/** The event one works in, as its public view says, with the roles one has there. */
export interface CurrentEvent {
  slug: string;
  name: string;
  /** ISO 4217 code of every amount of the event. */
  currency: string;
  /** IANA zone in which the event's instants are shown. */
  timeZone: string;
  roles: Role[];
  me: Me;
}

const EventContext = createContext<CurrentEvent | null>(null);

export const EventContextProvider = EventContext.Provider;

/** The currency of the event one is in; undefined where one is in none yet. */
export const useCurrency = (): string | undefined => useContext(EventContext)?.currency;

export function useEvent(): CurrentEvent {
  const event = useContext(EventContext);
  if (!event) throw new Error('this screen works inside an event');
  return event;
}
