export { ExpensesScreen } from './expenses-screen.js';
