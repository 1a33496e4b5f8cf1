import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { ResultDocument } from '../rules/result-document.js';
import type { BallotRow } from '../store/ballots.store.js';
import { type OptionRow, OptionsStore } from '../store/options.store.js';
import { ResultsStore } from '../store/results.store.js';

export interface StandingResult {
  options: OptionRow[];
  document: ResultDocument;
  text: string;
  hash: string;
  countedAt: Date;
}

/** Each may be megabytes once it is read. */
const MOST_KEPT = 5;

/**
 * Counted results, the last few that were asked for: everybody opens one at the same time, and none ever changes. Whether it may be
 * shown is never answered from here.
 */
@Injectable()
export class StandingResults {
  private readonly known = new Map<string, StandingResult>();

  constructor(
    private readonly database: Database,
    private readonly results: ResultsStore,
    private readonly options: OptionsStore,
  ) {}

  async of({ id, event_id }: BallotRow): Promise<StandingResult | undefined> {
    const known = this.known.get(id);
    if (known) return known;
    const result = await this.results.of(this.database, id);
    if (!result) return undefined;
    const standing = { options: await this.options.of(this.database, event_id, id), ...result };
    this.known.set(id, standing);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_KEPT) this.known.delete(oldest!);
    return standing;
  }
}
