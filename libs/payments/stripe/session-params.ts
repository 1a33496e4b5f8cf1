import type Stripe from 'stripe';
import type { SessionWanted } from '../domain/provider.js';

/** Stripe refuses longer texts here. */
const LONGEST_AGREEMENT = 1200;

/** What we ask of Checkout: to save a card for one later charge, or to take the money now (spec/stripe.md §3a, §3b). */
export function sessionParams(w: SessionWanted): Stripe.Checkout.SessionCreateParams {
  const common: Stripe.Checkout.SessionCreateParams = {
    customer: w.customer,
    allowed_payment_method_types: ['card'],
    adaptive_pricing: { enabled: false },
    client_reference_id: w.metadata.wgt_source ?? w.key,
    metadata: w.metadata,
    success_url: w.returnUrl,
    cancel_url: w.cancelUrl,
    expires_at: Math.floor(w.expiresAt.getTime() / 1000),
    ...(w.agreement ? { custom_text: { submit: { message: w.agreement.slice(0, LONGEST_AGREEMENT) } } } : {}),
  };
  if (w.mode === 'setup') {
    return {
      ...common,
      mode: 'setup',
      currency: w.currency.toLowerCase(),
      setup_intent_data: { description: w.description, metadata: w.metadata },
      consent_collection: { payment_method_reuse_agreement: { position: 'auto' } },
    };
  }
  return {
    ...common,
    mode: 'payment',
    submit_type: 'pay',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: w.currency.toLowerCase(), unit_amount: Number(w.amount), product_data: { name: w.description } },
      },
    ],
    payment_intent_data: { description: w.description, metadata: w.metadata },
  };
}
