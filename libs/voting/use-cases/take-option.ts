import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { BallotsStore } from '../store/ballots.store.js';
import { OptionsStore } from '../store/options.store.js';
import { VotesStore } from '../store/votes.store.js';
import { TellVoters } from './tell-voters.js';

/**
 * Takes a withdrawn proposal off the ballots it stands on. Ballots that hold it stay as they are and count without it; in an open vote
 * their owners are told that what it took is theirs again (PRP-4). Casts wait meanwhile: who casts later is told by the cast itself.
 */
@Injectable()
export class TakeOption {
  constructor(
    private readonly ballots: BallotsStore,
    private readonly options: OptionsStore,
    private readonly votes: VotesStore,
    private readonly tell: TellVoters,
  ) {}

  async offEveryBallot(tx: Tx, eventId: string, proposalId: string): Promise<void> {
    const open = await this.options.openOn(tx, eventId, proposalId);
    for (const { ballot_id } of open) await this.ballots.holdCasts(tx, ballot_id);
    await this.options.withdraw(tx, eventId, proposalId);
    for (const { ballot_id, position, title, ballot_title } of open)
      await this.tell.ofWithdrawal(tx, ballot_title, title, await this.votes.holdersOf(tx, ballot_id, position));
  }
}
