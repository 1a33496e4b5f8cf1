import { Injectable } from '@nestjs/common';
import { type Id, type Money, newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { ExpenseState } from '../domain/expense.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';

export interface ExpenseRow {
  id: Id<'expense'>;
  text: string;
  amount_minor: bigint;
  currency: string;
  spent_on: string;
  budget_line_id: Id<'budget line'>;
  budget_line: string;
  account: string;
  state: ExpenseState;
  submitted_by: Id<'account'>;
  submitted_at: Date;
  decided_by: Id<'account'> | null;
  decided_at: Date | null;
  because: string;
}

export interface NewExpense {
  eventId: Id<'event'>;
  text: string;
  amount: Money;
  spentOn: string;
  budgetLineId: Id<'budget line'>;
  account: string;
  receiptHash: Buffer | null;
  submittedBy: Id<'account'>;
}

const SELECT = `select x.id, x.text, x.amount_minor, x.currency, x.spent_on, x.budget_line_id, l.name as budget_line, x.account, x.state, x.submitted_by, x.submitted_at, x.decided_by, x.decided_at, x.because
  from ledger.expense x join ledger.budget_line l on l.event_id = x.event_id and l.id = x.budget_line_id`;

/** What people laid out for the event. */
@Injectable()
export class ExpensesStore {
  async add(tx: Tx, x: NewExpense): Promise<Id<'expense'>> {
    const id = newId<'expense'>();
    await tx.run(
      `insert into ledger.expense (event_id, id, text, amount_minor, currency, spent_on, budget_line_id, account, receipt_hash, state, submitted_by, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'submitted', $10, $11)`,
      [
        x.eventId,
        id,
        x.text,
        x.amount.minor,
        x.amount.currency,
        x.spentOn,
        x.budgetLineId,
        x.account,
        x.receiptHash,
        x.submittedBy,
        tx.now,
      ],
    );
    return id;
  }

  one(db: Db, eventId: Id<'event'>, id: Id<'expense'>): Promise<ExpenseRow | undefined> {
    return db.maybe<ExpenseRow>(`${SELECT} where x.event_id = $1 and x.id = $2`, [eventId, id]);
  }

  /** Newest first; of one person, or in one state, when it is said. */
  list(
    db: Db,
    eventId: Id<'event'>,
    { limit, before, of, state }: { limit: number; before: string; of: Id<'account'> | null; state: ExpenseState | null },
  ): Promise<ExpenseRow[]> {
    return db.query<ExpenseRow>(
      `${SELECT} where x.event_id = $1 and x.id < $2 and ($3::uuid is null or x.submitted_by = $3) and ($4::text is null or x.state = $4) order by x.id desc limit $5`,
      [eventId, before, of, state, limit],
    );
  }

  /** Others that may be the same expense: the same receipt, or the same person and amount within seven days (EXP-2). */
  async likely(db: Db, eventId: Id<'event'>, id: Id<'expense'>): Promise<Id<'expense'>[]> {
    const rows = await db.query<{ id: Id<'expense'> }>(
      `select o.id from ledger.expense x join ledger.expense o on o.event_id = x.event_id and o.id <> x.id and o.state in ('submitted', 'approved', 'paid')
         and (o.receipt_hash = x.receipt_hash or (o.submitted_by = x.submitted_by and o.amount_minor = x.amount_minor and abs(o.spent_on - x.spent_on) <= 7))
       where x.event_id = $1 and x.id = $2 order by o.id limit 5`,
      [eventId, id],
    );
    return rows.map((r) => r.id);
  }

  /** Decides a submitted expense; false when someone was faster. */
  async decide(tx: Tx, eventId: Id<'event'>, id: Id<'expense'>, to: ExpenseState, by: Id<'account'>, because: string): Promise<boolean> {
    const touched = await tx.run(
      `update ledger.expense set state = $3, decided_by = $4, decided_at = $5, because = $6 where event_id = $1 and id = $2 and state = 'submitted'`,
      [eventId, id, to, by, tx.now, because],
    );
    return touched === 1;
  }

  /** Its bank line was matched: the only way to be paid (EXP-4). */
  async paid(tx: Tx, eventId: Id<'event'>, id: Id<'expense'>): Promise<void> {
    await this.swap(tx, eventId, id, 'approved', 'paid');
  }

  /** Its match was taken back. */
  async unpaid(tx: Tx, eventId: Id<'event'>, id: Id<'expense'>): Promise<void> {
    await this.swap(tx, eventId, id, 'paid', 'approved');
  }

  private async swap(tx: Tx, eventId: Id<'event'>, id: Id<'expense'>, from: ExpenseState, to: ExpenseState): Promise<void> {
    const touched = await tx.run('update ledger.expense set state = $4 where event_id = $1 and id = $2 and state = $3', [
      eventId,
      id,
      from,
      to,
    ]);
    if (touched === 0) throw refuse.ITEM_NOT_OPEN({ expense: id });
    await tx.audit({ action: `expense ${to}`, eventId, subjectKind: 'expense', subjectId: id, from, to });
  }
}
