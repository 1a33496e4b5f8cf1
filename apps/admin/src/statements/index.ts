export { ImportScreen } from './import-screen.js';
export { StatementScreen } from './statement-screen.js';
export { StatementsScreen } from './statements-screen.js';
