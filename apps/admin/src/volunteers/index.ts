export { BoardScreen } from './board-screen.js';
export { BoardsScreen } from './boards-screen.js';
export { HoursScreen } from './hours-screen.js';
export { ShiftsScreen } from './shifts-screen.js';
