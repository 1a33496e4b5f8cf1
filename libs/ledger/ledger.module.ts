import { Module } from '@nestjs/common';
import { AmountsAreWholeAndInRange } from './checks/amounts-are-whole-and-in-range.check.js';
import { BankLinesAreMatchedOnce } from './checks/bank-lines-are-matched-once.check.js';
import { MoneyHeldForOthersIsThere, PayableIsUnpaidExpenses } from './checks/control-accounts-equal-their-lists.check.js';
import { DailySumsAreThoseOfTheLines, EveryEntryBalances } from './checks/every-entry-balances.check.js';
import { TheJournalIsWhatWasSealed } from './checks/the-journal-is-what-was-sealed.check.js';
import { SealLag } from './figures/seal-lag.figure.js';
import { BankLinesController } from './http/bank-lines.controller.js';
import { BooksController } from './http/books.controller.js';
import { BudgetController } from './http/budget.controller.js';
import { ExpensesController } from './http/expenses.controller.js';
import { JournalController } from './http/journal.controller.js';
import { StatementsController } from './http/statements.controller.js';
import { Ledger } from './ledger.js';
import { TwiceASecondSealTheJournal } from './reactions/twice-a-second-seal-the-journal.js';
import { WhenProposalFunded } from './reactions/when-proposal-funded.js';
import { BankLinesStore } from './store/bank-lines.store.js';
import { BudgetStore } from './store/budget.store.js';
import { ExpensesStore } from './store/expenses.store.js';
import { JournalStore } from './store/journal.store.js';
import { OpenItemsStore } from './store/open-items.store.js';
import { SealsStore } from './store/seals.store.js';
import { StatementsStore } from './store/statements.store.js';
import { DecideExpense } from './use-cases/decide-expense.js';
import { ImportStatement } from './use-cases/import-statement.js';
import { MatchLine } from './use-cases/match-line.js';
import { PlanBudget } from './use-cases/plan-budget.js';
import { PostByHand } from './use-cases/post-by-hand.js';
import { ReconcileStatement } from './use-cases/reconcile-statement.js';
import { ReleaseLine } from './use-cases/release-line.js';
import { SealJournal } from './use-cases/seal-journal.js';
import { ListExpenses } from './use-cases/list-expenses.js';
import { ShowBank } from './use-cases/show-bank.js';
import { ShowBudget } from './use-cases/show-budget.js';
import { ShowJournal } from './use-cases/show-journal.js';
import { ShowTrialBalance } from './use-cases/show-trial-balance.js';
import { ShowOpenBooks } from './use-cases/show-open-books.js';
import { SubmitExpense } from './use-cases/submit-expense.js';
import { VerifyJournal } from './use-cases/verify-journal.js';

const controllers = [BooksController, BudgetController, JournalController, StatementsController, BankLinesController, ExpensesController];
const stores = [JournalStore, BudgetStore, OpenItemsStore, SealsStore, StatementsStore, BankLinesStore, ExpensesStore];
const verbs = [
  SealJournal,
  VerifyJournal,
  PostByHand,
  PlanBudget,
  ShowOpenBooks,
  ShowJournal,
  ShowTrialBalance,
  ShowBudget,
  ShowBank,
  ListExpenses,
  ImportStatement,
  MatchLine,
  ReleaseLine,
  ReconcileStatement,
  SubmitExpense,
  DecideExpense,
];
const reactions = [TwiceASecondSealTheJournal, WhenProposalFunded];
const checks = [
  EveryEntryBalances,
  DailySumsAreThoseOfTheLines,
  TheJournalIsWhatWasSealed,
  BankLinesAreMatchedOnce,
  AmountsAreWholeAndInRange,
  PayableIsUnpaidExpenses,
  MoneyHeldForOthersIsThere,
];

@Module({
  controllers,
  providers: [Ledger, ...stores, ...verbs, ...reactions, ...checks, SealLag],
  exports: [Ledger],
})
export class LedgerModule {}
