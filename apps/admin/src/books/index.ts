export { BalancesScreen } from './balances-screen.js';
export { BudgetScreen } from './budget-screen.js';
export { EntriesScreen } from './entries-screen.js';
export { SummaryScreen } from './summary-screen.js';
