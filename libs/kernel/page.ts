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

/** Reads a cursor of `length` parts. Refuses BAD_CURSOR for anything that we did not write. */
export function fromCursor(cursor: string, length: number): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === length && key.every((k) => typeof k === 'string' || typeof k === 'number')) return key;
  } catch {
    // falls through to the refusal: an unreadable cursor is the same mistake as a wrong one
  }
  throw pageRefusals.BAD_CURSOR();
}

/** Makes a page of rows fetched with `limit + 1`: the surplus row only tells that there is more. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null };
}
