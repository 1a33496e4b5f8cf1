import { Injectable } from '@nestjs/common';
import { type Id, type Money, money, toWire } from '#kernel';
import type { Db, Tx } from '#platform';
import { stillNeededInCash } from './domain/budget.js';
import { account, isSpending } from './domain/chart-of-accounts.js';
import { type EntryDraft, reversed } from './domain/journal-entry.js';
import type { BudgetLineAdded, NeedMetInKind } from './domain/ledger.facts.js';
import { ledgerRefusals as refuse } from './domain/ledger.refusals.js';
import type { Balance } from './domain/balance.js';
import { balanceOf, trialBalance } from './store/balances.query.js';
import { budgetAgainstActual } from './store/budget-against-actual.query.js';
import { BudgetStore } from './store/budget.store.js';
import { JournalStore, type Posted } from './store/journal.store.js';
import { type Expectation, OpenItemsStore } from './store/open-items.store.js';

export interface BudgetLineDraft {
  eventId: Id<'event'>;
  name: string;
  /** The need behind it, in a sentence. */
  why?: string;
  planned: Money;
  /** One of the spending accounts, `Expenses:Catering` …; `Expenses:Other` when it is not said. */
  account?: string;
  ownerId?: Id<'account'>;
  /** What made the line (a proposal and its ballot, a decision): it is made once for it. */
  source: { kind: string; id: string };
  ballotId?: string;
}

/** What other modules do with the books. Writes belong to the caller's transaction. */
@Injectable()
export class Ledger {
  constructor(
    private readonly journal: JournalStore,
    private readonly openItems: OpenItemsStore,
    private readonly budget: BudgetStore,
  ) {}

  /** Posts an entry, once for its source (JRN-3). Refuses ENTRY_UNBALANCED, ENTRY_UNSOUND, ENTRY_ALREADY_POSTED; throws a RangeError for an unknown account. */
  post(tx: Tx, draft: EntryDraft): Promise<Posted> {
    return this.journal.post(tx, draft);
  }

  /** Takes an entry back by posting its mirror (JRN-4: once). Refuses NO_SUCH_ENTRY and ENTRY_ALREADY_REVERSED. */
  async reverse(tx: Tx, what: { eventId: Id<'event'>; entryId: Id<'journal entry'>; on: string; because: string }): Promise<Posted> {
    const entry = await this.journal.entry(tx, what.eventId, what.entryId);
    if (!entry) throw refuse.NO_SUCH_ENTRY();
    return this.journal.post(tx, {
      eventId: what.eventId,
      on: what.on,
      text: `Reversal: ${what.because}`.slice(0, 300),
      source: { kind: 'reversal', id: what.entryId },
      lines: reversed(entry.lines),
      reverses: what.entryId,
    });
  }

  /** Expects money at the bank; asking again changes the expectation while nothing has arrived on it (answers false once it has). */
  async expect(tx: Tx, item: Expectation): Promise<boolean> {
    await this.journal.openAccounts(tx, item.eventId, [account(item.counterAccount)]);
    return this.openItems.expect(tx, item);
  }

  /** Expects it no longer; false when money has arrived on it already. */
  withdrawExpectation(tx: Tx, what: { eventId: Id<'event'>; kind: string; sourceId: string }): Promise<boolean> {
    return this.openItems.withdraw(tx, what.eventId, what.kind, what.sourceId);
  }

  /** Adds a budget line, once for its source, and tells `BudgetLineAdded`. */
  async budgetLine(tx: Tx, draft: BudgetLineDraft): Promise<Id<'budget line'>> {
    const name = account(draft.account ?? 'Expenses:Other');
    if (!isSpending(name)) throw new RangeError(`${name} is not a spending account`);
    await this.journal.openAccounts(tx, draft.eventId, [name]);
    const currency = await this.budget.currencyOf(tx, draft.eventId);
    if (currency !== draft.planned.currency) throw refuse.WRONG_CURRENCY({ expected: currency });
    const { lineId, isNew } = await this.budget.add(tx, {
      ...draft,
      why: draft.why ?? '',
      account: name,
      ownerId: draft.ownerId ?? null,
      ballotId: draft.ballotId ?? null,
    });
    if (isNew) {
      const fact: BudgetLineAdded = {
        type: 'BudgetLineAdded',
        eventId: draft.eventId,
        body: { lineId, planned: toWire(draft.planned).amount, currency: draft.planned.currency },
      };
      await tx.fact(fact);
    }
    return lineId;
  }

  /** A gift in kind takes its value off a need (a negative amount puts it back), once for its source, and tells `NeedMetInKind`. */
  async meetInKind(
    tx: Tx,
    gift: { eventId: Id<'event'>; lineId: Id<'budget line'>; amount: Money; source: { kind: string; id: string } },
  ): Promise<void> {
    const line = await this.budget.planned(tx, gift.eventId, gift.lineId);
    if (!line) throw refuse.NO_SUCH_BUDGET_LINE();
    if (line.currency !== gift.amount.currency) throw refuse.WRONG_CURRENCY({ expected: line.currency });
    const isNew = await this.budget.meetInKind(tx, gift.eventId, gift.lineId, gift.amount, gift.source);
    if (!isNew) return;
    const fact: NeedMetInKind = {
      type: 'NeedMetInKind',
      eventId: gift.eventId,
      body: { lineId: gift.lineId, amount: toWire(gift.amount).amount, currency: gift.amount.currency },
    };
    await tx.fact(fact);
  }

  /** What all needs together still ask in cash: each plan less what is given in kind. Undefined while the event has no budget. */
  async cashGoalOf(db: Db, eventId: Id<'event'>): Promise<Money | undefined> {
    const lines = await budgetAgainstActual(db, eventId);
    const [first] = lines;
    if (!first) return undefined;
    return money(
      lines.reduce((sum, l) => sum + stillNeededInCash(l.planned_minor, l.met_in_kind_minor), 0n),
      first.currency,
    );
  }

  /** Debits less credits of one account in one commodity, to the last committed entry. */
  balanceOf(db: Db, eventId: Id<'event'>, accountName: string, commodity: string): Promise<bigint> {
    return balanceOf(db, eventId, account(accountName), commodity);
  }

  /** Debits and credits of every account and commodity, up to and including a day. */
  trialBalance(db: Db, eventId: Id<'event'>, asOf?: string): Promise<Balance[]> {
    return trialBalance(db, eventId, asOf);
  }

  /** The events that have a book. */
  books(db: Db): Promise<Id<'event'>[]> {
    return this.journal.books(db);
  }
}
