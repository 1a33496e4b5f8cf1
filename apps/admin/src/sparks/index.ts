export { SparksScreen } from './sparks-screen.js';
