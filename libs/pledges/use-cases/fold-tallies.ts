import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

/** Adds what has changed to the kept sums, so that reading them stays a handful of rows. Nothing shown changes by it. */
@Injectable()
export class FoldTallies {
  constructor(private readonly database: Database) {}

  async execute(): Promise<number> {
    const { folded } = await this.database.one<{ folded: number }>('select pledges.fold_tallies() as folded');
    return folded;
  }
}
