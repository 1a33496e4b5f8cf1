export { ModerationScreen, OpenWallScreen } from './moderation-screen.js';
