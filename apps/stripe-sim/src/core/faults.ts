import { Events, type EventRow } from './events.js';
import { REQUEST_ACTIONS, WEBHOOK_ACTIONS, type FaultRule } from './fault-rules.js';
import { History } from './history.js';
import type { Sim } from './sim.js';
import type { Delivery } from './webhooks.js';

const like = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((p) => p.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(text);

/** A form body as people read it; a malformed one stays as it came. */
function plain(body: string): string {
  try {
    return decodeURIComponent(body.replace(/\+/g, ' '));
  } catch {
    return body;
  }
}

/** Misbehaviour on command. Each rule counts what it has seen, so that "the third confirm" can be told. */
export class Faults {
  readonly rules: FaultRule[] = [];
  private counter = 0;
  private batch: string[] = [];
  /** Every use, for the record. */
  readonly uses: { at: number; rule: string; action: string; about: string }[] = [];
  readonly history: History;

  constructor(private readonly sim: Sim) {
    this.history = new History(sim.store, sim.clock);
    sim.onTask('reordered', () => this.flush());
  }

  add(rule: Partial<FaultRule>): FaultRule {
    const action = String(rule.action);
    if (!REQUEST_ACTIONS.includes(action) && !WEBHOOK_ACTIONS.includes(action)) throw new Error(`unknown fault: ${action}`);
    const full = { match: {}, ...rule, id: `fault_${++this.counter}`, seen: 0, used: 0 } as FaultRule;
    if (action === 'outage') full.until = this.sim.clock.now() + (rule.ms ?? 60_000);
    this.rules.push(full);
    if (action === 'stale') this.history.watch();
    return full;
  }

  remove(id: string): boolean {
    const at = this.rules.findIndex((r) => r.id === id);
    if (at >= 0) this.rules.splice(at, 1);
    return at >= 0;
  }

  clear(): void {
    this.flush();
    this.rules.length = 0;
    this.history.stop();
  }

  /** The first rule that wants this request. */
  forRequest(method: string, path: string, body: string): FaultRule | undefined {
    if (this.rules.length === 0) return undefined;
    return this.rules.find((rule) => {
      if (!REQUEST_ACTIONS.includes(rule.action)) return false;
      const m = rule.match;
      if (rule.action === 'outage') return this.sim.clock.now() < rule.until! && this.use(rule, `${method} ${path}`);
      if (m.method && m.method.toUpperCase() !== method) return false;
      if (m.path && !like(m.path, path)) return false;
      if (m.body && !body.includes(m.body) && !plain(body).includes(m.body)) return false;
      return this.turn(rule, `${method} ${path}`);
    });
  }

  private turn(rule: FaultRule, about: string): boolean {
    const { nth, every, times, p } = rule.match;
    rule.seen++;
    if (nth !== undefined && rule.seen !== nth) return false;
    if (every !== undefined && rule.seen % every !== 0) return false;
    if (times !== undefined && rule.used >= times) return false;
    if (p !== undefined && this.sim.ids.chance() >= p) return false;
    return this.use(rule, about);
  }

  private use(rule: FaultRule, about: string): true {
    rule.used++;
    this.uses.push({ at: this.sim.clock.now(), rule: rule.id, action: rule.action, about });
    if (this.uses.length > 10_000) this.uses.shift();
    return true;
  }

  /** Decides what becomes of a new delivery; without a rule it goes into its queue. */
  onDelivery(row: Delivery, event: EventRow): void {
    const rule = this.rules.find(
      (r) =>
        WEBHOOK_ACTIONS.includes(r.action) &&
        (!r.match.type || Events.matches(r.match.type, event.type)) &&
        this.turn(r, `webhook ${event.type}`),
    );
    const { sim } = this;
    switch (rule?.action) {
      case 'webhook_lost':
        row.state = 'dropped';
        sim.deliveries.save(row);
        return;
      case 'webhook_delay':
        row.state = 'retrying';
        sim.deliveries.save(row);
        return sim.tasks.add(sim.clock.now() + (rule.ms ?? 1_000), 'webhook', row.id, 8);
      case 'webhook_mangled':
        row.mangle = rule.how === 'skew' || !rule.how ? { skew: rule.skew ?? 600 } : rule.how;
        sim.deliveries.save(row);
        return sim.webhooks.queue(row.id);
      case 'webhook_duplicate':
        sim.webhooks.queue(row.id);
        for (let i = 1; i < (rule.copies ?? 2); i++) sim.webhooks.queue(sim.webhooks.copy(row).id);
        return;
      case 'webhook_reorder':
        return this.hold(row, rule);
      default:
        return sim.webhooks.queue(row.id);
    }
  }

  private order: FaultRule | undefined;

  private hold(row: Delivery, rule: FaultRule): void {
    this.order = rule;
    this.batch.push(row.id);
    if (this.batch.length === 1) this.sim.tasks.add(this.sim.clock.now() + (rule.ms ?? 2_000), 'reordered', '', 8);
    if (this.batch.length >= (rule.size ?? Infinity)) this.flush();
  }

  private flush(): void {
    const ids = this.arrange(this.batch, this.order?.order ?? 'reverse');
    this.batch = [];
    ids.forEach((id) => this.sim.webhooks.queue(id));
  }

  /** The same things in another order: backwards, shuffled by the seed, or as told by place. */
  arrange<T>(things: readonly T[], order: 'reverse' | 'shuffle' | readonly number[]): T[] {
    if (order === 'reverse') return [...things].reverse();
    if (order !== 'shuffle') {
      const told = order.filter((i, at) => i in things && order.indexOf(i) === at);
      // what no place was told for comes last: a reordering loses nothing
      return [...told.map((i) => things[i]!), ...things.filter((_, i) => !told.includes(i))];
    }
    const pot = [...things];
    return things.map(() => pot.splice(Math.floor(this.sim.ids.chance() * pot.length), 1)[0]!);
  }
}
