import { Injectable } from '@nestjs/common';
import { Database, type EventScope, accessRefusals } from '#platform';
import { sha256 } from '#voting/count';
import { RESULT_IS_PUBLIC } from '../rules/ballot.js';
import { BallotsStore } from '../store/ballots.store.js';
import { SealsStore } from '../store/seals.store.js';
import { VotesStore } from '../store/votes.store.js';

export interface Verified {
  state: 'recorded' | 'waiting' | 'unknown';
  position: number | null;
  chainHash: string | null;
  commitment: string | null;
  counted: boolean | null;
}

/**
 * Looks a receipt up in the chain of its vote. While the vote is open a replaced receipt looks like a current one, so that it proves
 * nothing to somebody who looks over the voter's shoulder; after the close it says whether its ballot was counted.
 */
@Injectable()
export class VerifyReceipt {
  constructor(
    private readonly database: Database,
    private readonly ballots: BallotsStore,
    private readonly seals: SealsStore,
    private readonly votes: VotesStore,
  ) {}

  async execute(scope: EventScope, ballotId: string, receipt: string): Promise<Verified> {
    const ballot = await this.ballots.byId(this.database, scope.eventId, ballotId);
    if (!ballot || ballot.state === 'draft') throw accessRefusals.NOT_FOUND();
    const hash = sha256(receipt);
    const sealed = await this.seals.find(this.database, ballotId, hash);
    const waiting = sealed ? undefined : await this.seals.waiting(this.database, ballotId, hash);
    if (!sealed && !waiting) return { state: 'unknown', position: null, chainHash: null, commitment: null, counted: null };
    const current = RESULT_IS_PUBLIC.includes(ballot.state) ? await this.votes.byReceipt(this.database, ballotId, hash) : null;
    return {
      state: sealed ? 'recorded' : 'waiting',
      position: sealed?.position ?? null,
      chainHash: sealed?.hash ?? null,
      commitment: sealed?.commitment ?? waiting!.commitment,
      counted: current === null ? null : current !== undefined && current.set_aside === null,
    };
  }
}
