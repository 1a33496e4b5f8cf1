import { platformFoundation } from './2026-11-23T1900-platform-foundation.js';
import { accountsAndEvents } from './2026-11-23T1905-accounts-and-events.js';
import { ledgerBooks } from './2026-11-23T2000-ledger-books.js';
import { ledgerReconciliation } from './2026-11-23T2010-ledger-reconciliation.js';
import { payments } from './2026-11-23T2010-payments.js';
import { pledges } from './2026-11-23T2015-pledges.js';

/** Every migration, in order. A new one is added at the end. */
export const migrations = [platformFoundation, accountsAndEvents, ledgerBooks, ledgerReconciliation, payments, pledges];
