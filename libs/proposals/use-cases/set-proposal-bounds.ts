import { Injectable } from '@nestjs/common';
import { type EventScope, UnitOfWork, badFields } from '#platform';
import type { TextBounds } from '../domain/proposal-text.js';
import { ProposalsStore } from '../store/proposals.store.js';

/** An event's own bounds for titles and texts (PRP-2). */
@Injectable()
export class SetProposalBounds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalsStore,
  ) {}

  async execute(scope: EventScope, bounds: TextBounds): Promise<TextBounds> {
    if (bounds.titleMin > bounds.titleMax) throw badFields([{ pointer: '/titleMin', message: 'must not be above titleMax' }]);
    await this.unitOfWork.run(async (tx) => {
      await this.proposals.setBounds(tx, scope.eventId, bounds);
      await tx.audit({
        action: 'proposal bounds set',
        eventId: scope.eventId,
        subjectKind: 'event',
        subjectId: scope.eventId,
        details: bounds,
      });
    });
    return bounds;
  }
}
