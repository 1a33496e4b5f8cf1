import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, type EventScope, UnitOfWork, badFields } from '#platform';
import { BudgetPhases } from '../budget-phases.js';
import { type BudgetPhase, type DeclaredPhase, faultsOfPhases, phaseAt, rewritesThePast } from '../domain/budget-phases.js';
import { refuse } from '../domain/events.refusals.js';
import { BudgetPhasesStore } from '../store/budget-phases.store.js';

export interface PhasesShown {
  now: BudgetPhase | null;
  phases: DeclaredPhase[];
}

/** Declares the phases of an event's budget process, or shows them (PBG-1). The clock does the rest. */
@Injectable()
export class DeclareBudgetPhases {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: BudgetPhasesStore,
    private readonly phases: BudgetPhases,
  ) {}

  async execute(scope: EventScope, wanted: readonly DeclaredPhase[]): Promise<void> {
    const faults = faultsOfPhases(wanted);
    if (faults.length) throw badFields(faults);
    await this.unitOfWork.run(async (tx) => {
      await this.store.lock(tx, scope.eventId);
      if (rewritesThePast(await this.store.of(tx, scope.eventId), wanted, tx.now)) throw refuse.PHASE_BEGUN();
      await this.store.replace(tx, scope.eventId, wanted);
      await tx.audit({
        action: 'budget phases declared',
        eventId: scope.eventId,
        subjectKind: 'event',
        subjectId: scope.eventId,
        details: { phases: wanted.map(({ phase, startsAt }) => `${phase} ${startsAt.toISOString()}`) },
      });
    });
    this.phases.forget(scope.eventId);
  }

  async show(scope: EventScope): Promise<PhasesShown> {
    const phases = await this.store.of(this.database, scope.eventId);
    return { now: phaseAt(phases, this.clock.now()), phases };
  }
}
