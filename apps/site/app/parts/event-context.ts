import { createContext, useContext } from 'react';
import type { EventDetailView } from '../views/events';

export const EventContext = createContext<EventDetailView | null>(null);

/** The event that the page is about; only under the event's own route. */
export function useEvent(): EventDetailView {
  const event = useContext(EventContext);
  if (!event) throw new Error('this part belongs on a page of an event');
  return event;
}
