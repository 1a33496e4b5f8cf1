export { DealScreen } from './deal-screen.js';
export { DealsScreen } from './deals-screen.js';
export { GiftsScreen } from './gifts-screen.js';
export { PackagesScreen } from './packages-screen.js';
