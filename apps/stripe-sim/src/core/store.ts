import type { Journal } from './journal.js';

/** One kind of thing, by id and in order of creation. */
export class Table<T extends { id: string }> {
  readonly byId = new Map<string, T>();
  private readonly ordered: T[] = [];

  /** Rows of a `passing` table come and go (tasks, keys); those of the others stay, and can be walked from the newest. */
  constructor(
    readonly name: string,
    private readonly store: Store,
    private readonly passing = false,
  ) {}

  get(id: string): T | undefined {
    return this.byId.get(id);
  }

  /** Oldest first. */
  get rows(): readonly T[] {
    return this.passing ? [...this.byId.values()] : this.ordered;
  }

  /** Takes a new row in, or notes that a known one has changed or was replaced. */
  save(row: T): T {
    const known = this.byId.get(row.id);
    if (known !== row) {
      if (!known) this.store.taken(this, row.id);
      this.byId.set(row.id, row);
      if (!this.passing) {
        if (known) this.ordered[this.ordered.lastIndexOf(known)] = row;
        else this.ordered.push(row);
      }
    }
    this.store.changed(this.name, row);
    return row;
  }

  /** Takes a row as read from a file: a later version stands in for the earlier one. `loaded` follows. */
  load(row: T): void {
    this.byId.set(row.id, row);
  }

  loaded(): void {
    if (!this.passing) {
      this.ordered.length = 0;
      for (const row of this.byId.values()) this.ordered.push(row);
    }
  }

  remove(id: string): void {
    const row = this.byId.get(id);
    if (!row) return;
    this.byId.delete(id);
    if (!this.passing) this.ordered.splice(this.ordered.lastIndexOf(row), 1);
    this.store.removed(this.name, row);
  }

  clear(): void {
    this.byId.clear();
    this.ordered.length = 0;
  }
}

interface Taken {
  table: { remove(id: string): void };
  id: string;
}

function putBack(row: object, was: object): void {
  for (const field of Object.keys(row)) if (!Object.hasOwn(was, field)) Reflect.deleteProperty(row, field);
  Object.assign(row, was);
}

/** All state of the simulator, in memory. With a journal, every change is written down before the request is answered. */
export class Store {
  private readonly tables = new Map<string, Table<{ id: string }>>();
  private readonly dirty = new Map<unknown, string>();
  journal: Journal | undefined;
  /** Told of every change while somebody wants to look back (stale reads). */
  onChange: ((table: string, row: { id: string }) => void) | undefined;

  /** Rows taken in since the present attempt began; undefined outside of one. */
  private made: Taken[] | undefined;

  /**
   * Does `work`. When it fails in a way that `undoes`, the rows it had taken in go out again, and those of `ids` are as before:
   * like an event's copy, a shallow one is enough (see events.ts).
   */
  attempt<T>(work: () => T, ids: readonly string[], undoes: (error: unknown) => boolean): T {
    if (this.made) return work();
    const made: Taken[] = (this.made = []);
    const before = ids.length ? this.versions(ids) : [];
    try {
      return work();
    } catch (error) {
      if (undoes(error)) {
        for (const { table, id } of made.reverse()) table.remove(id);
        for (const { row, was } of before) putBack(row, was);
      }
      throw error;
    } finally {
      this.made = undefined;
    }
  }

  private versions(ids: readonly string[]): { row: object; was: object }[] {
    const rows = [...this.tables.values()].flatMap((table) => ids.flatMap((id) => table.get(id) ?? []));
    return rows.map((row) => ({ row, was: { ...row } }));
  }

  /** A table has got a new row. */
  taken(table: Taken['table'], id: string): void {
    this.made?.push({ table, id });
  }

  table<T extends { id: string }>(name: string, passing = false): Table<T> {
    const known = this.tables.get(name);
    if (known) return known as unknown as Table<T>;
    const table = new Table<T>(name, this, passing);
    this.tables.set(name, table as unknown as Table<{ id: string }>);
    return table;
  }

  all(): IterableIterator<Table<{ id: string }>> {
    return this.tables.values();
  }

  changed(table: string, row: { id: string }): void {
    if (this.journal) this.dirty.set(row, table);
    this.onChange?.(table, row);
  }

  removed(table: string, row: { id: string }): void {
    if (!this.journal) return;
    this.dirty.delete(row);
    this.dirty.set({ id: row.id, gone: true }, table);
  }

  /** Writes the changes since the last call, `meta` with them, in one append. */
  commit(meta: Record<string, unknown>): void {
    if (!this.journal || this.dirty.size === 0) return;
    const lines: string[] = [];
    for (const [row, table] of this.dirty) lines.push(JSON.stringify([table, row]));
    this.dirty.clear();
    this.journal.append(lines, meta, () => this.everything());
  }

  *everything(): Generator<string> {
    for (const table of this.tables.values()) for (const row of table.rows) yield JSON.stringify([table.name, row]);
  }

  clear(): void {
    for (const table of this.tables.values()) table.clear();
    this.dirty.clear();
  }
}
