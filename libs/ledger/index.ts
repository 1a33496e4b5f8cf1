export { ACCOUNT_NAMES, type AccountName, SPENDING, type Spending } from './domain/chart-of-accounts.js';
export { VOLUNTEER_HOURS, pledgesIn } from './domain/commodity.js';
export type { DraftLine, EntryDraft } from './domain/journal-entry.js';
export type { BudgetLineAdded, ExpectedItemMatched, ExpectedItemUnmatched, NeedMetInKind } from './domain/ledger.facts.js';
export * from './domain/postings/index.js';
export { type BudgetLineDraft, Ledger } from './ledger.js';
export { LedgerModule } from './ledger.module.js';
export type { Posted } from './store/journal.store.js';
export type { Expectation } from './store/open-items.store.js';
