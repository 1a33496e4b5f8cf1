import { Injectable } from '@nestjs/common';
import { type Id, wire } from '#kernel';
import { type EventScope, type Tx, UnitOfWork } from '#platform';
import type { ExpectedItemUnmatched } from '../domain/ledger.facts.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { Ledger } from '../ledger.js';
import { type BankLineRow, BankLinesStore } from '../store/bank-lines.store.js';
import { ExpensesStore } from '../store/expenses.store.js';
import { OpenItemsStore } from '../store/open-items.store.js';
import { StatementsStore } from '../store/statements.store.js';

/** Puts a bank line aside with a reason, and takes back what was said about one until its statement is locked (REC-8). */
@Injectable()
export class ReleaseLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly lines: BankLinesStore,
    private readonly openItems: OpenItemsStore,
    private readonly expenses: ExpensesStore,
    private readonly statements: StatementsStore,
  ) {}

  ignore({ eventId }: EventScope, lineId: Id<'bank line'>, because: string): Promise<BankLineRow> {
    return this.unitOfWork.run(async (tx) => {
      const line = await this.lines.move(tx, eventId, lineId, 'new', 'ignored', because);
      await tx.audit({
        action: 'bank line ignored',
        eventId,
        subjectKind: 'bank line',
        subjectId: lineId,
        from: 'new',
        to: 'ignored',
        reason: because,
      });
      return line;
    });
  }

  /** A matched line's entry is reversed and what it settled is open again; an ignored line is simply new again. */
  undo({ eventId }: EventScope, lineId: Id<'bank line'>, because: string): Promise<BankLineRow> {
    return this.unitOfWork.run(async (tx) => {
      const line = await this.lines.one(tx, eventId, lineId);
      if (!line) throw refuse.NO_SUCH_LINE();
      const statement = await this.statements.one(tx, eventId, line.statement_id);
      if (statement?.state === 'reconciled') throw refuse.STATEMENT_LOCKED();
      await this.lines.move(tx, eventId, lineId, line.state === 'ignored' ? 'ignored' : 'matched', 'new');
      if (line.state === 'matched') await this.undoMatch(tx, eventId, line, because);
      await tx.audit({
        action: 'bank line released',
        eventId,
        subjectKind: 'bank line',
        subjectId: lineId,
        from: line.state,
        to: 'new',
        reason: because,
      });
      return (await this.lines.one(tx, eventId, lineId))!;
    });
  }

  private async undoMatch(tx: Tx, eventId: Id<'event'>, line: BankLineRow, because: string): Promise<void> {
    const match = await this.lines.activeMatch(tx, eventId, line.id);
    if (!match) throw refuse.LINE_NOT_EXPLAINED({ state: line.state });
    const { entryId } = await this.ledger.reverse(tx, { eventId, entryId: match.entry_id, on: line.booked_on, because });
    await this.lines.undoMatch(tx, eventId, match.id, entryId);
    for (const part of match.parts) {
      if (part.open_item_id === null) continue;
      const amount = BigInt(part.amount_minor) < 0n ? -BigInt(part.amount_minor) : BigInt(part.amount_minor);
      const item = await this.openItems.unsettle(tx, eventId, part.open_item_id, amount);
      if (item.kind === 'expense') await this.expenses.unpaid(tx, eventId, item.source_id as Id<'expense'>);
      const fact: ExpectedItemUnmatched = {
        type: 'ExpectedItemUnmatched',
        eventId,
        body: {
          kind: item.kind,
          sourceId: item.source_id,
          amount: wire(amount, item.currency).amount,
          currency: item.currency,
          lineId: line.id,
        },
      };
      await tx.fact(fact);
    }
  }
}
