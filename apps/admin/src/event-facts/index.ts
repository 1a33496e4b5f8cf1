export { EventFactsScreen } from './event-facts-screen.js';
