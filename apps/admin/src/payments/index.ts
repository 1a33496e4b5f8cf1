export { PaymentsScreen } from './payments-screen.js';
export { PayoutsScreen } from './payouts-screen.js';
