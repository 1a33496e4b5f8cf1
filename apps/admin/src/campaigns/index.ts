export { CampaignScreen } from './campaign-screen.js';
export { CampaignsScreen } from './campaigns-screen.js';
