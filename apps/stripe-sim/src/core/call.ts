import { noSuch } from './refusal.js';
import type { Sim } from './sim.js';
import type { Table } from './store.js';

/** One request, decoded and checked against the description: `P` is what the description promises. */
export interface Call<P = Record<string, never>> {
  sim: Sim;
  params: P;
  /** What stood in the `{…}` of the path, in order. */
  ids: string[];
  /** The path, for the `url` of a list. */
  path: string;
}

export type Handler = (call: Call<never>) => unknown;
/** `"POST /v1/refunds"` → what to do. */
export type Routes = Record<string, Handler>;

/** Names a handler's parameters; the description has made sure that they are so. */
export const on = <P>(handle: (call: Call<P>) => unknown): Handler => handle as unknown as Handler;

/** The row named in the path, or Stripe's 404. */
export function find<T extends { id: string }>(table: Table<T>, id: string, kind: string, param = 'id'): T {
  const row = table.get(id);
  if (!row) throw noSuch(kind, id, param);
  return row;
}
