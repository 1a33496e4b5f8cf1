import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { budgetPhaseBegan } from '../domain/events.facts.js';
import { BudgetPhasesStore } from '../store/budget-phases.store.js';

/** Makes known which phases have begun, each once. What may be done follows the clock itself and waits for nobody. */
@Injectable()
export class MoveBudgetPhases {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: BudgetPhasesStore,
  ) {}

  execute(): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      for (const { event_id, phase } of await this.store.begin(tx)) {
        await tx.audit({ action: 'budget phase began', eventId: event_id, subjectKind: 'event', subjectId: event_id, to: phase });
        await tx.fact(budgetPhaseBegan(event_id, phase));
      }
    });
  }
}
