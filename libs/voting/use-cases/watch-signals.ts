import { Injectable } from '@nestjs/common';
import { type EventScope, UnitOfWork, accessRefusals } from '#platform';
import type { Signal } from '../rules/signals.js';
import { BallotsStore } from '../store/ballots.store.js';
import { ResultsStore } from '../store/results.store.js';
import { SignalsStore } from '../store/signals.store.js';

export interface SignsSeen {
  signs: { sign: Signal; ballots: number }[];
  flagged: number;
}

/** Signs of fraud as numbers: organisers see how many, never which ballots or whose (VOT-8, VOT-11). Each look is noted. */
@Injectable()
export class WatchSignals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly signals: SignalsStore,
    private readonly results: ResultsStore,
  ) {}

  look(scope: EventScope, ballotId: string): Promise<SignsSeen> {
    return this.unitOfWork.run(async (tx) => {
      const ballot = await this.ballots.byId(tx, scope.eventId, ballotId);
      if (!ballot) throw accessRefusals.NOT_FOUND();
      await tx.audit({ action: 'signs of fraud looked at', eventId: scope.eventId, subjectKind: 'ballot', subjectId: ballotId });
      if (ballot.state === 'open') return this.signals.counts(tx, ballotId);
      const counted = await this.results.of(tx, ballotId);
      return { signs: [], flagged: counted?.document.sensitivity?.flagged ?? (await this.signals.flagged(tx, ballotId)) };
    });
  }

  async forgetOldTraces(): Promise<void> {
    await this.unitOfWork.run((tx) => this.signals.forgetTraces(tx, tx.now));
  }
}
