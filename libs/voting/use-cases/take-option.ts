import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { OptionsStore } from '../store/options.store.js';

/** Takes a withdrawn proposal off the ballots it stands on. */
@Injectable()
export class TakeOption {
  constructor(private readonly options: OptionsStore) {}

  async offEveryBallot(tx: Tx, eventId: string, proposalId: string): Promise<void> {
    await this.options.withdraw(tx, eventId, proposalId);
  }
}
