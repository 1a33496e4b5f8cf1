import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Db } from '#platform';
import { GENESIS, sealOf } from '../domain/chain.js';
import { SealsStore } from '../store/seals.store.js';

const PAGE = 2_000;

export interface Verified {
  /** How many seals were looked at. */
  sealed: number;
  /** Hash of the newest seal, hexadecimal; null for an empty chain. */
  head: string | null;
  /** Where the journal and its chain disagree. */
  faults: { sequence: number; entryId: string; fault: string }[];
}

/** Walks the whole chain of a book and computes it again (JRN-5, I2). */
@Injectable()
export class VerifyJournal {
  constructor(private readonly seals: SealsStore) {}

  async execute(db: Db, eventId: Id<'event'>): Promise<Verified> {
    const faults: Verified['faults'] = [];
    let previous: Buffer = GENESIS;
    let sequence = 0n;
    for (;;) {
      const page = await this.seals.sealed(db, eventId, sequence, PAGE);
      for (const entry of page) {
        const fault = (what: string) => faults.push({ sequence: Number(entry.sequence), entryId: entry.id, fault: what });
        if (entry.sequence !== sequence + 1n) fault('a seal before it is missing');
        if (!entry.previous.equals(previous)) fault('it does not follow the seal before it');
        if (!sealOf(entry.previous, entry).equals(entry.hash)) fault('the entry is not what was sealed');
        previous = entry.hash;
        sequence = entry.sequence;
      }
      if (page.length < PAGE) return { sealed: Number(sequence), head: sequence === 0n ? null : previous.toString('hex'), faults };
    }
  }
}
