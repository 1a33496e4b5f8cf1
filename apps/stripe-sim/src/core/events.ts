import { description } from './description.js';
import { invalid } from './refusal.js';
import type { Sim } from './sim.js';

/**
 * An event as kept, its object copied at the moment it happened. The copy is shallow: objects are changed by giving their
 * fields new values, and what is nested in them is replaced, never written to (`contract/property.spec.ts` watches over it).
 */
export interface EventRow {
  id: string;
  type: string;
  created: number;
  about: string;
  data: object;
  previous: object | null;
  request: { id: string | null; idempotency_key: string | null };
  /** Endpoints that have not taken it yet. */
  undelivered: number;
  /** Deliveries it began with: what a delivery says is pending, so that it does not depend on who was faster. */
  endpoints: number;
}

/** What happened, newest last; each is handed to the webhook queues as it is written. */
export class Events {
  constructor(private readonly sim: Sim) {}

  /** `previous` holds the former values of what changed, for `….updated`. */
  emit(type: string, object: { object: string; id?: string }, previous?: Record<string, unknown>): EventRow {
    const { sim } = this;
    const row: EventRow = {
      id: sim.ids.next('evt_'),
      type,
      created: sim.clock.seconds(),
      about: object.id ?? object.object,
      data: { ...object },
      previous: previous ?? null,
      request: { id: sim.current?.requestId ?? null, idempotency_key: sim.current?.key ?? null },
      undelivered: 0,
      endpoints: 0,
    };
    sim.eventRows.save(row);
    sim.webhooks.enqueue(row);
    return row;
  }

  /** The event as Stripe writes it, as JSON text. */
  render(row: EventRow, pending = row.undelivered): string {
    const previous = row.previous ? `,"previous_attributes":${JSON.stringify(row.previous)}` : '';
    return (
      `{"id":"${row.id}","object":"event","api_version":"${description.version}","created":${row.created},` +
      `"data":{"object":${JSON.stringify(row.data)}${previous}},"livemode":false,"pending_webhooks":${pending},` +
      `"request":${JSON.stringify(row.request)},"type":"${row.type}"}`
    );
  }

  /** Whether `pattern` (`*`, a type, or `charge.*`) takes in `type`. */
  static matches(pattern: string, type: string): boolean {
    return pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)));
  }

  static checkTypes(types: string[], param: string): void {
    const unknown = types.find((t) => t !== '*' && !description.events.includes(t));
    if (unknown) throw invalid(`Invalid ${param}: ${unknown} is not an event type.`, { param });
  }
}
