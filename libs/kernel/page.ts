import { defineRefusals } from './refusal.js';

export const pageRefusals = defineRefusals({
  BAD_CURSOR: { status: 422, title: 'This page address is not one we gave out' },
});

/** One page of a list; `next` is the `after` of the following page, null on the last one. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Opaque keyset position: the sort key of the last row shown. */
export const toCursor = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** What a part of a sort key can be; anything else the database would not understand. */
const parts = {
  id: (part: unknown) => typeof part === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
  count: (part: unknown) => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
  bigint: (part: unknown) => typeof part === 'string' && /^-?\d{1,19}$/.test(part) && BigInt.asIntN(64, BigInt(part)) === BigInt(part),
  day: (part: unknown) => typeof part === 'string' && new Date(part).toISOString() === `${part}T00:00:00.000Z`,
  instant: (part: unknown) => typeof part === 'string' && new Date(part).toISOString() === part,
};
type Part = keyof typeof parts;
type Key<P extends readonly Part[]> = { [K in keyof P]: P[K] extends 'count' ? number : string };

/** Reads a cursor made of these parts. Refuses BAD_CURSOR for anything that we did not write. */
export function fromCursor<const P extends readonly Part[]>(cursor: string, ...key: P): Key<P> {
  try {
    const found: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(found) && found.length === key.length && key.every((part, i) => parts[part](found[i]))) return found as Key<P>;
  } catch {
    // falls through to the refusal: an unreadable cursor is the same mistake as a wrong one
  }
  throw pageRefusals.BAD_CURSOR();
}

/** The id after which a page goes on, where lists are in the order of their ids; null on the first one. */
export const idAfter = (cursor: string | undefined): string | null => (cursor ? fromCursor(cursor, 'id')[0] : null);

/** Makes a page of rows fetched with `limit + 1`: the surplus row only tells that there is more. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null };
}
