export { ReconcileScreen } from './reconcile-screen.js';
