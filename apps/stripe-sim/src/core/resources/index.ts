import type { Routes } from '../call.js';
import { accountRoutes } from './account.js';
import { balanceRoutes, payoutRoutes } from './balance.js';
import { priceRoutes, productRoutes } from './catalogue.js';
import { checkoutRoutes } from './checkout.js';
import { customerRoutes } from './customers.js';
import { eventRoutes, webhookEndpointRoutes } from './events.js';
import { paymentIntentRoutes, setupIntentRoutes } from './intents.js';
import { chargeRoutes, disputeRoutes, refundRoutes } from './money.js';
import { paymentMethodRoutes } from './payment-methods.js';

/** Every operation the simulator performs; the rest of the description answers 501. */
export const routes: Routes = {
  ...accountRoutes,
  ...balanceRoutes,
  ...chargeRoutes,
  ...checkoutRoutes,
  ...customerRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...payoutRoutes,
  ...priceRoutes,
  ...productRoutes,
  ...refundRoutes,
  ...setupIntentRoutes,
  ...webhookEndpointRoutes,
};
