export { PledgesScreen } from './pledges-screen.js';
export { RefundsScreen } from './refunds-screen.js';
