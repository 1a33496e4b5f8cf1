export { PledgeScreen } from './pledge-screen.js';
export { PledgesScreen } from './pledges-screen.js';
