export type { BenefitDelivered, DealMoved, DealPaid, GiftAccepted, GiftRecognised } from './domain/sponsors.facts.js';
export { SponsorsModule } from './sponsors.module.js';
export { AcceptGift } from './use-cases/accept-gift.js';
export { KeepBenefits } from './use-cases/keep-benefits.js';
export { KeepGifts } from './use-cases/keep-gifts.js';
export { KeepPackages } from './use-cases/keep-packages.js';
export { MoveDeal } from './use-cases/move-deal.js';
export { OpenDeal } from './use-cases/open-deal.js';
