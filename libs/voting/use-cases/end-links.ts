import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { SecrecyStore } from '../store/secrecy.store.js';
import { SignalsStore } from '../store/signals.store.js';
import { VotesStore } from '../store/votes.store.js';

/** Ends what joins people to ballots, in the transaction that ends the vote (VOT-7). Called while casts are held. */
@Injectable()
export class EndLinks {
  constructor(
    private readonly votes: VotesStore,
    private readonly signals: SignalsStore,
    private readonly secrecy: SecrecyStore,
  ) {}

  async of(tx: Tx, ballot: { id: string; anonymous: boolean }): Promise<void> {
    await this.signals.flag(tx, ballot.id);
    await this.votes.sever(tx, ballot.id, ballot.anonymous);
    if (ballot.anonymous) await this.secrecy.forgetOrder(tx, ballot.id);
    await this.secrecy.forgetLinks(tx, ballot.id);
  }
}
