import { Module } from '@nestjs/common';
import { DailySumsAreThoseOfTheLines, EveryEntryBalances } from './checks/every-entry-balances.check.js';
import { TheJournalIsWhatWasSealed } from './checks/the-journal-is-what-was-sealed.check.js';
import { Ledger } from './ledger.js';
import { TwiceASecondSealTheJournal } from './reactions/twice-a-second-seal-the-journal.js';
import { BudgetStore } from './store/budget.store.js';
import { JournalStore } from './store/journal.store.js';
import { OpenItemsStore } from './store/open-items.store.js';
import { SealsStore } from './store/seals.store.js';
import { SealJournal } from './use-cases/seal-journal.js';
import { VerifyJournal } from './use-cases/verify-journal.js';

const stores = [JournalStore, BudgetStore, OpenItemsStore, SealsStore];
const verbs = [SealJournal, VerifyJournal];
const reactions = [TwiceASecondSealTheJournal];
const checks = [EveryEntryBalances, DailySumsAreThoseOfTheLines, TheJournalIsWhatWasSealed];

@Module({
  providers: [Ledger, ...stores, ...verbs, ...reactions, ...checks],
  exports: [Ledger],
})
export class LedgerModule {}
