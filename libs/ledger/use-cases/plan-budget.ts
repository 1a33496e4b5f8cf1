import { Injectable } from '@nestjs/common';
import { type Id, type Money, newId } from '#kernel';
import { type EventScope, UnitOfWork, refusingOn } from '#platform';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { Ledger } from '../ledger.js';
import { BudgetStore } from '../store/budget.store.js';

export interface PlannedNeed {
  name: string;
  why?: string | undefined;
  planned: Money;
  account: string;
  ownerId?: Id<'account'> | undefined;
}

/** Adds needs to the budget by decision and changes what is planned for them; every plan is kept (BUD-1). */
@Injectable()
export class PlanBudget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly budget: BudgetStore,
  ) {}

  add({ eventId }: EventScope, { ownerId, why, ...need }: PlannedNeed): Promise<Id<'budget line'>> {
    return this.unitOfWork.run(async (tx) => {
      const id = await refusingOn({ budget_line_owner: () => refuse.NO_SUCH_OWNER() }, () =>
        this.ledger.budgetLine(tx, {
          eventId,
          ...need,
          ...(why === undefined ? {} : { why }),
          ...(ownerId ? { ownerId } : {}),
          source: { kind: 'decision', id: newId() },
        }),
      );
      await tx.audit({ action: 'budget line added', eventId, subjectKind: 'budget line', subjectId: id, reason: need.name });
      return id;
    });
  }

  change({ eventId }: EventScope, id: Id<'budget line'>, planned: Money, because: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const line = await this.budget.planned(tx, eventId, id);
      if (!line) throw refuse.NO_SUCH_BUDGET_LINE();
      if (line.currency !== planned.currency) throw refuse.WRONG_CURRENCY({ expected: line.currency });
      await this.budget.plan(tx, eventId, id, planned, because);
      await tx.audit({
        action: 'budget line replanned',
        eventId,
        subjectKind: 'budget line',
        subjectId: id,
        reason: because,
        details: { from: Number(line.planned_minor), to: Number(planned.minor) },
      });
    });
  }
}
