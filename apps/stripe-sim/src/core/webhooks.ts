import { createHmac } from 'node:crypto';
import { Events, type EventRow } from './events.js';
import type { WebhookEndpoint } from './objects.js';
import type { Sim } from './sim.js';

/** One event on its way to one endpoint; gone once taken. */
export interface Delivery {
  id: string;
  event: string;
  endpoint: string;
  attempts: number;
  state: 'waiting' | 'held' | 'retrying' | 'failed' | 'dropped';
  /** Deliberate damage, see faults.ts. */
  mangle?: Mangle;
}

export type Mangle = 'wrong_signature' | 'old_timestamp' | 'foreign_account' | 'livemode' | 'api_version' | { skew: number };

/** What leaves for an endpoint. `sound` is the body as it would be without deliberate damage. */
export interface Parcel {
  url: string;
  body: string;
  sound: string;
  signature: string;
  secret: string;
  mangle?: Mangle;
  /** Writes this delivery down, at the place that was kept for it. */
  note: (line: string) => void;
}

/** Carries a parcel out; answers the HTTP status, 0 when there was none. */
export type Carrier = (parcel: Parcel) => Promise<number>;
/** Keeps a place in the record: deliveries stand in the order in which they were due, whichever endpoint answers first. */
export type PlaceKeeper = () => Parcel['note'];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Waits before the 2nd, 3rd … try; afterwards every 12 h until three days have passed. */
const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR];
const GIVE_UP_AFTER = 72 * HOUR;

/** The `Stripe-Signature` header for a body sent at `at` (epoch seconds). */
export const sign = (body: string, secret: string, at: number): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;

/** The queues of outgoing events: one an endpoint, in order, retried on the clock. */
export class Webhooks {
  mode: 'auto' | 'held' = 'auto';
  private readonly queues = new Map<string, string[]>();
  private readonly running = new Map<string, Promise<void>>();
  private gate: Promise<void> = Promise.resolve();
  private carrier: Carrier = () => Promise.resolve(0);
  private keepPlace: PlaceKeeper = () => () => {};
  private readonly places = new Map<string, Parcel['note']>();

  constructor(private readonly sim: Sim) {
    sim.onTask('webhook', (id) => this.queue(id));
  }

  /** Nothing leaves until the function this returns is called. */
  pause(): () => void {
    let open = () => {};
    this.gate = new Promise((resolve) => (open = resolve));
    return open;
  }

  carryWith(carrier: Carrier, keepPlace: PlaceKeeper): void {
    this.carrier = carrier;
    this.keepPlace = keepPlace;
  }

  enqueue(event: EventRow): void {
    for (const endpoint of this.sim.webhookEndpoints.rows) {
      if (endpoint.status !== 'enabled' || !endpoint.enabled_events.some((p) => Events.matches(p, event.type))) continue;
      event.undelivered++;
      const row: Delivery = { id: this.sim.ids.next('wd_', 16), event: event.id, endpoint: endpoint.id, attempts: 0, state: 'waiting' };
      if (this.mode === 'held') row.state = 'held';
      this.sim.deliveries.save(row);
      if (row.state === 'waiting') this.sim.faults.onDelivery(row, event);
    }
    event.endpoints = event.undelivered;
  }

  /** A second delivery of the same event to the same endpoint: not taken until both are. */
  copy(row: Delivery): Delivery {
    const event = this.sim.eventRows.get(row.event)!;
    event.undelivered++;
    this.sim.eventRows.save(event);
    return this.sim.deliveries.save({ ...row, id: this.sim.ids.next('wd_', 16) });
  }

  /** Sends an event again, to every endpoint, whether or not it was taken before; what still waited of it is replaced by that. */
  again(event: EventRow): void {
    for (const row of this.sim.deliveries.rows) if (row.event === event.id) this.sim.deliveries.remove(row.id);
    event.undelivered = 0;
    this.enqueue(event);
    this.sim.eventRows.save(event);
  }

  /** Puts a delivery at the end of its endpoint's queue. */
  queue(id: string): void {
    const row = this.sim.deliveries.get(id);
    if (!row || row.state === 'dropped') return;
    const queue = this.queues.get(row.endpoint) ?? [];
    this.queues.set(row.endpoint, queue);
    queue.push(id);
    this.places.set(id, this.keepPlace());
    if (!this.running.has(row.endpoint)) this.running.set(row.endpoint, this.drain(row.endpoint, queue));
  }

  pending(): Delivery[] {
    return [...this.sim.deliveries.rows];
  }

  /** Resolves when every queue is empty. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  /** After a restart: what was waiting goes out, what was to be retried is on the clock already. */
  resume(): void {
    for (const row of this.sim.deliveries.rows) if (row.state === 'waiting') this.queue(row.id);
  }

  private async drain(endpoint: string, queue: string[]): Promise<void> {
    // the request that caused the event is answered and written down first
    await new Promise((resolve) => setImmediate(resolve));
    try {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        await this.gate;
        await this.send(id);
      }
    } finally {
      this.running.delete(endpoint);
    }
  }

  /** One try. True when the endpoint took it. */
  async send(id: string): Promise<boolean> {
    const { sim } = this;
    const row = sim.deliveries.get(id);
    const event = row && sim.eventRows.get(row.event);
    const endpoint = row && sim.webhookEndpoints.get(row.endpoint);
    const note = this.places.get(id) ?? this.keepPlace();
    this.places.delete(id);
    if (!row || !event || row.state === 'dropped') return false;
    if (!endpoint || endpoint.status !== 'enabled') {
      sim.deliveries.remove(id);
      return false;
    }
    const status = await this.carrier({ ...this.pack(row, event, endpoint), note }).catch(() => 0);
    const taken = status >= 200 && status < 300;
    // a reset, or another sending by hand, has overtaken this one
    if (sim.deliveries.get(id) !== row) return taken;
    if (taken) {
      event.undelivered = Math.max(0, event.undelivered - 1);
      sim.eventRows.save(event);
      sim.deliveries.remove(id);
    } else this.plan(row, event);
    sim.commit();
    return taken;
  }

  private plan(row: Delivery, event: EventRow): void {
    const { sim } = this;
    row.attempts++;
    const at = sim.clock.now() + (WAITS[row.attempts - 1] ?? 12 * HOUR);
    row.state = at > event.created * 1000 + GIVE_UP_AFTER ? 'failed' : 'retrying';
    sim.deliveries.save(row);
    if (row.state === 'retrying') sim.tasks.add(at, 'webhook', row.id, 8);
  }

  private pack(row: Delivery, event: EventRow, endpoint: WebhookEndpoint): Omit<Parcel, 'note'> {
    const { sim } = this;
    const sound = sim.events.render(event, event.endpoints);
    const secret = sim.secrets.get(endpoint.id)!.secret;
    const at = sim.clock.seconds();
    const mangle = row.mangle;
    if (!mangle) return { url: endpoint.url, body: sound, sound, secret, signature: sign(sound, secret, at) };
    const body =
      mangle === 'foreign_account'
        ? sound.replace('"object":"event"', '"object":"event","account":"acct_1Foreign000000000"')
        : mangle === 'livemode'
          ? sound.replace(/"livemode":false(?=,"pending_webhooks")/, '"livemode":true')
          : mangle === 'api_version'
            ? sound.replace(/"api_version":"[^"]*"/, '"api_version":"2024-06-20"')
            : sound;
    const sentAt = mangle === 'old_timestamp' ? at - 3600 : typeof mangle === 'object' ? at + mangle.skew : at;
    return {
      url: endpoint.url,
      body,
      sound,
      secret,
      mangle,
      signature: sign(body, mangle === 'wrong_signature' ? `${secret}x` : secret, sentAt),
    };
  }
}
