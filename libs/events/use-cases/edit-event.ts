import { Injectable } from '@nestjs/common';
import { move } from '#kernel';
import { type EventScope, UnitOfWork } from '#platform';
import { EVENT_PHASES } from '../domain/event-phase.js';
import { refuse } from '../domain/events.refusals.js';
import { type EventChange, EventsStore } from '../store/events.store.js';

/** Changes what an event says about itself, and its phase. The version keeps two editors from overwriting one another. */
@Injectable()
export class EditEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventsStore,
  ) {}

  async execute(scope: EventScope, version: number, change: EventChange): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const event = (await this.events.byId(tx, scope.eventId))!;
      if (event.version !== version) throw refuse.EDITED_MEANWHILE({ version: event.version });
      const to = change.phase !== undefined && change.phase !== event.phase ? move(EVENT_PHASES, event.phase, change.phase) : undefined;
      if (!(await this.events.change(tx, scope.eventId, version, change))) throw refuse.EDITED_MEANWHILE();
      await tx.audit({
        action: 'event edited',
        eventId: scope.eventId,
        subjectKind: 'event',
        subjectId: scope.eventId,
        from: to && event.phase,
        to,
        details: { fields: Object.keys(change).filter((key) => change[key as keyof EventChange] !== undefined) },
      });
      if (to) await tx.fact({ type: 'EventPhaseChanged', eventId: scope.eventId, body: { from: event.phase, to } });
    });
  }
}
