export { EventPhasesScreen } from './event-phases-screen.js';
