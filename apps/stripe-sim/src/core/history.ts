import type { Store } from './store.js';
import type { SimClock } from './clock.js';

/** Former versions of every object, kept only while somebody wants to read stale ones. */
export class History {
  private readonly versions = new Map<string, { at: number; json: string }[]>();

  constructor(
    private readonly store: Store,
    private readonly clock: SimClock,
  ) {}

  /** From now on every version of every object is kept, so that a stale read can answer with an old one. */
  watch(): void {
    if (this.store.onChange) return;
    const keep = (row: { id: string }, at: number) => {
      const list = this.versions.get(row.id) ?? [];
      list.push({ at, json: JSON.stringify(row) });
      this.versions.set(row.id, list.slice(-50));
    };
    for (const table of this.store.all()) for (const row of table.rows) keep(row, 0);
    this.store.onChange = (_table, row) => keep(row, this.clock.now());
  }

  /** The object as it was `ms` ago; null when it did not exist yet, undefined when nothing is known about it. */
  asOf(id: string, ms: number): unknown {
    const list = this.versions.get(id);
    if (!list) return undefined;
    const at = this.clock.now() - ms;
    const then = list.findLast((v) => v.at <= at);
    return then ? JSON.parse(then.json) : null;
  }

  stop(): void {
    this.versions.clear();
    this.store.onChange = undefined;
  }
}
