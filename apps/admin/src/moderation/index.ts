export { ModerationScreen } from './moderation-screen.js';
