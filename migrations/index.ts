import { platformFoundation } from './2026-11-23T1900-platform-foundation.js';
import { accountsAndEvents } from './2026-11-23T1905-accounts-and-events.js';
import { ledgerBooks } from './2026-11-23T2000-ledger-books.js';
import { eventsSparks } from './2026-11-23T2005-events-sparks.js';
import { proposals } from './2026-11-23T2006-proposals.js';
import { voting } from './2026-11-23T2007-voting.js';
import { ledgerReconciliation } from './2026-11-23T2010-ledger-reconciliation.js';
import { payments } from './2026-11-23T2010-payments.js';
import { pledges } from './2026-11-23T2015-pledges.js';
import { sponsors } from './2026-11-23T2020-sponsors.js';
import { volunteers } from './2026-11-23T2025-volunteers.js';
import { votingMethods } from './2026-11-24T0010-voting-methods.js';
import { lighterPledges } from './2026-11-24T0100-lighter-pledges.js';
import { votingIntegrity } from './2026-11-24T0310-voting-integrity.js';
import { budgetPhases } from './2026-11-24T0320-budget-phases.js';
import { erasure } from './2026-11-24T0330-erasure.js';
import { changedWishes } from './2026-11-24T0335-changed-wishes.js';
import { tokensEndWithSessions } from './2026-11-24T0500-tokens-end-with-sessions.js';
import { answersLost } from './2026-11-24T0505-answers-lost.js';
import { forgottenCustomers } from './2026-11-24T0510-forgotten-customers.js';
import { minimumSpend } from './2026-11-24T0600-minimum-spend.js';
import { campaignTarget } from './2026-11-24T0610-campaign-target.js';
import { endsByAge } from './2026-11-24T0700-ends-by-age.js';
import { readyWhenMigrated } from './2026-11-24T0705-ready-when-migrated.js';
import { castsTogether } from './2026-11-24T0710-casts-together.js';
import { castsInNoOrder } from './2026-11-29T2215-casts-in-no-order.js';
import { sealsInOneGo } from './2026-11-29T2220-seals-in-one-go.js';
import { plannedOpenings } from './2026-11-29T2310-planned-openings.js';
import { wayBackWithLinks } from './2026-11-30T1130-way-back-with-links.js';

/** Every migration, in order. A new one is added at the end. */
export const migrations = [
  platformFoundation,
  accountsAndEvents,
  ledgerBooks,
  eventsSparks,
  proposals,
  voting,
  ledgerReconciliation,
  payments,
  pledges,
  sponsors,
  volunteers,
  votingMethods,
  lighterPledges,
  votingIntegrity,
  budgetPhases,
  erasure,
  changedWishes,
  tokensEndWithSessions,
  answersLost,
  forgottenCustomers,
  minimumSpend,
  campaignTarget,
  endsByAge,
  readyWhenMigrated,
  castsTogether,
  castsInNoOrder,
  sealsInOneGo,
  plannedOpenings,
  wayBackWithLinks,
];
