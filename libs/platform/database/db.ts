import { createHash } from 'node:crypto';

/** What a statement needs of a connection. */
export interface Executor {
  query(config: { name?: string; text: string; values: unknown[] }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

const names = new Map<string, string>();
const MOST_NAMED = 2_000;

/**
 * The prepared-statement name of a text, so that PostgreSQL plans it once per connection. Statement texts are
 * constants of the program; beyond a bound that no sane program reaches they go unnamed instead of piling up.
 */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMED) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** Reading: what stores' questions take. `bigint` columns arrive as bigint, dates as `YYYY-MM-DD`, instants as Date. */
export abstract class Db {
  protected abstract withExecutor<T>(work: (executor: Executor) => Promise<T>): Promise<T>;

  async query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.withExecutor((e) => e.query({ name: nameOf(text), text, values }));
    return rows as Row[];
  }

  /** The first row, or undefined. */
  async maybe<Row>(text: string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(text, values))[0];
  }

  /** Exactly the first row; throws when there is none, which is a fault of ours. */
  async one<Row>(text: string, values: unknown[] = []): Promise<Row> {
    const row = await this.maybe<Row>(text, values);
    if (row === undefined) throw new Error('a row was expected');
    return row;
  }

  /** How many rows a statement touched: zero on a guarded update means someone was faster. */
  async run(text: string, values: unknown[] = []): Promise<number> {
    const { rowCount } = await this.withExecutor((e) => e.query({ name: nameOf(text), text, values }));
    return rowCount ?? 0;
  }
}
