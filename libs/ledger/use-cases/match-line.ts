import { Injectable } from '@nestjs/common';
import { type Id, money, newId, wire } from '#kernel';
import { type EventScope, type Tx, UnitOfWork } from '#platform';
import { accountForBankLine, checkParts } from '../domain/bank-line.js';
import type { EntryDraft } from '../domain/journal-entry.js';
import type { ExpectedItemMatched } from '../domain/ledger.facts.js';
import { credit, debit, entryFor } from '../domain/postings/posting.js';
import { BankLinesStore, type BankLineRow, type Part } from '../store/bank-lines.store.js';
import { ExpensesStore } from '../store/expenses.store.js';
import { JournalStore } from '../store/journal.store.js';
import { OpenItemsStore } from '../store/open-items.store.js';
import { BANK } from '../store/statements.store.js';

/** What someone says a bank line is: something expected, or an account, for a part of its amount. */
export interface WantedPart {
  openItemId?: Id<'open item'> | undefined;
  account?: string | undefined;
  budgetLineId?: Id<'budget line'> | undefined;
  /** Signed like the bank line; the whole line when it is the only part and does not say. */
  amountMinor?: bigint | undefined;
}

type SettledPart = Part & { text: string; budgetLineId: Id<'budget line'> | undefined };

/** Explains a bank line by what was expected, by accounts, or by both, and posts the one entry that follows (REC-7, REC-8). */
@Injectable()
export class MatchLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: BankLinesStore,
    private readonly openItems: OpenItemsStore,
    private readonly expenses: ExpensesStore,
    private readonly journal: JournalStore,
  ) {}

  execute({ eventId }: EventScope, lineId: Id<'bank line'>, parts: readonly WantedPart[], text?: string): Promise<BankLineRow> {
    return this.unitOfWork.run((tx) => this.within(tx, eventId, lineId, parts, { text, automatic: false }));
  }

  async within(
    tx: Tx,
    eventId: Id<'event'>,
    lineId: Id<'bank line'>,
    wanted: readonly WantedPart[],
    how: { text?: string | undefined; automatic: boolean },
  ): Promise<BankLineRow> {
    const line = await this.lines.move(tx, eventId, lineId, 'new', 'matched');
    const whole = wanted.map((p) => ({ ...p, amountMinor: p.amountMinor ?? line.amount_minor }));
    checkParts(line.amount_minor, whole);
    const parts: SettledPart[] = [];
    for (const part of whole)
      parts.push(
        part.openItemId
          ? await this.settle(tx, eventId, line, part.openItemId, part.amountMinor)
          : await this.byHand(tx, eventId, part, how.text),
      );
    const id = newId<'match'>();
    const { entryId } = await this.journal.post(tx, bankEntry(eventId, id, line, parts, how.text));
    await this.lines.addMatch(tx, eventId, { id, lineId, entryId, automatic: how.automatic, currency: line.currency, parts });
    await tx.audit({
      action: 'bank line matched',
      eventId,
      subjectKind: 'bank line',
      subjectId: lineId,
      from: 'new',
      to: 'matched',
      details: { entryId, automatic: how.automatic },
    });
    return (await this.lines.one(tx, eventId, lineId))!;
  }

  /** The expected item has arrived, by this much; whoever expects it is told. */
  private async settle(
    tx: Tx,
    eventId: Id<'event'>,
    line: BankLineRow,
    itemId: Id<'open item'>,
    amountMinor: bigint,
  ): Promise<SettledPart> {
    const known = await this.openItems.one(tx, eventId, itemId);
    const towards = known?.direction === 'out' ? -amountMinor : amountMinor;
    const item = await this.openItems.settle(tx, eventId, itemId, known?.currency === line.currency ? towards : 0n);
    if (item.kind === 'expense') await this.expenses.paid(tx, eventId, item.source_id as Id<'expense'>);
    const fact: ExpectedItemMatched = {
      type: 'ExpectedItemMatched',
      eventId,
      body: {
        kind: item.kind,
        sourceId: item.source_id,
        amount: wire(towards, item.currency).amount,
        currency: item.currency,
        lineId: line.id,
        whole: item.state === 'matched',
      },
    };
    await tx.fact(fact);
    return {
      openItemId: itemId,
      account: item.counter_account,
      amountMinor,
      text: item.text,
      budgetLineId: item.budget_line_id ?? undefined,
    };
  }

  private async byHand(
    tx: Tx,
    eventId: Id<'event'>,
    part: WantedPart & { amountMinor: bigint },
    text: string | undefined,
  ): Promise<SettledPart> {
    const account = accountForBankLine(part.account ?? '');
    await this.journal.openAccounts(tx, eventId, [account]);
    return { openItemId: null, account, amountMinor: part.amountMinor, text: text ?? 'Bank line', budgetLineId: part.budgetLineId };
  }
}

/** E11, E13a, E15b, E18b …: the bank on one side, what explains the line on the other. */
function bankEntry(
  eventId: Id<'event'>,
  matchId: Id<'match'>,
  line: BankLineRow,
  parts: readonly SettledPart[],
  text: string | undefined,
): EntryDraft {
  const standard = parts.find((p) => p.openItemId)?.text ?? parts[0]!.text;
  return entryFor({ eventId, on: line.booked_on, id: matchId, text: text ?? standard }, 'bank_match', standard, [
    debit(BANK, money(line.amount_minor, line.currency)),
    ...parts.map((p) =>
      credit(
        p.account,
        money(p.amountMinor, line.currency),
        p.budgetLineId && p.account.startsWith('Expenses:') ? { budgetLineId: p.budgetLineId } : {},
      ),
    ),
  ]);
}
