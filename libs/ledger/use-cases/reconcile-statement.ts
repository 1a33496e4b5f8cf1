import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { type EventScope, UnitOfWork } from '#platform';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { type StatementRow, StatementsStore } from '../store/statements.store.js';

/** Locks a statement once every line of it is explained and it adds up (REC-6). */
@Injectable()
export class ReconcileStatement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementsStore,
  ) {}

  execute({ eventId }: EventScope, id: Id<'statement'>): Promise<StatementRow> {
    return this.unitOfWork.run(async (tx) => {
      const found = await this.statements.one(tx, eventId, id);
      if (!found) throw refuse.NO_SUCH_STATEMENT();
      const { opening_minor: opening, closing_minor: closing } = found;
      const difference = opening === null || closing === null ? 0n : opening + found.sum_minor - closing;
      if (difference !== 0n) throw refuse.STATEMENT_DIFFERS({ difference: Number(difference) });
      if (!(await this.statements.reconcile(tx, eventId, id)))
        throw refuse.STATEMENT_NOT_EXPLAINED({ unexplained: found.unexplained, state: found.state });
      await tx.audit({
        action: 'statement reconciled',
        eventId,
        subjectKind: 'statement',
        subjectId: id,
        from: 'in_review',
        to: 'reconciled',
      });
      return (await this.statements.one(tx, eventId, id))!;
    });
  }
}
