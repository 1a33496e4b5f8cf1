export { PledgesScreen } from './pledges-screen.js';
export { RefundScreen } from './refund-screen.js';
