import { Module } from '@nestjs/common';
import { Ledger } from './ledger.js';
import { BudgetStore } from './store/budget.store.js';
import { JournalStore } from './store/journal.store.js';
import { OpenItemsStore } from './store/open-items.store.js';

@Module({
  providers: [Ledger, JournalStore, BudgetStore, OpenItemsStore],
  exports: [Ledger],
})
export class LedgerModule {}
