import { createHash } from 'node:crypto';

/** An entry as it stands in the journal, for hashing: texts exactly as the database gives them. */
export interface ChainedEntry {
  id: string;
  booked_on: string;
  posted_at: Date;
  posted_by: string | null;
  text: string;
  source_kind: string;
  source_id: string;
  reverses: string | null;
  /** The stored JSON as text. */
  meta: string;
  /** In order: account, commodity, debit, credit, budget line; amounts as decimal text of minor units. */
  lines: [account: string, commodity: string, debit: string, credit: string, budgetLineId: string | null][];
}

/** What a book's first seal follows. */
export const GENESIS = Buffer.alloc(32);

/** The one spelling of an entry that is hashed: a JSON array, so that anyone can compute it again without our code. */
export const canonical = (e: ChainedEntry): string =>
  JSON.stringify([
    e.id,
    e.booked_on,
    e.posted_at.toISOString(),
    e.posted_by,
    e.text,
    e.source_kind,
    e.source_id,
    e.reverses,
    e.meta,
    e.lines,
  ]);

/** SHA-256 over the hash before it and the entry: nothing before a seal can change without changing it (JRN-5). */
export const sealOf = (previous: Buffer, entry: ChainedEntry): Buffer =>
  createHash('sha256').update(previous).update(canonical(entry)).digest();
