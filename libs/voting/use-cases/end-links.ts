import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { FEWEST_TO_PUBLISH } from '../rules/ballot.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { SecrecyStore } from '../store/secrecy.store.js';
import { SignalsStore } from '../store/signals.store.js';
import { VotesStore } from '../store/votes.store.js';

/** Ends what joins people to ballots, in the transaction that ends the vote (VOT-7). Called while casts are held. */
@Injectable()
export class EndLinks {
  constructor(
    private readonly ballots: BallotsStore,
    private readonly votes: VotesStore,
    private readonly signals: SignalsStore,
    private readonly secrecy: SecrecyStore,
  ) {}

  async of(tx: Tx, ballot: Pick<BallotRow, 'id' | 'anonymous' | 'quorum'>): Promise<void> {
    await this.secrecy.takeTime(tx);
    await this.signals.flag(tx, ballot.id);
    // Who voted is kept only where so many did that it tells nothing about what they chose.
    await this.votes.sever(tx, ballot.id, ballot.anonymous, Math.max(FEWEST_TO_PUBLISH, ballot.quorum));
    if (ballot.anonymous) await this.secrecy.forgetOrder(tx, ballot.id);
    await this.secrecy.forgetLinks(tx, ballot.id);
  }

  /** A vote that was opened and is void, once its voters have been told. */
  async ofVoid(tx: Tx, eventId: string, ballotId: string): Promise<void> {
    const ballot = await this.ballots.byId(tx, eventId, ballotId);
    if (!ballot?.opened_at) return;
    await this.of(tx, ballot);
    if (ballot.anonymous) await this.signals.forgetFlags(tx, ballot.id);
  }
}
