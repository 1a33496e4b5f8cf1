import { find, on, type Routes } from '../call.js';
import { sessionOf } from '../checkout.js';
import { page, type PageParams } from '../lists.js';
import { checkConfirmable, checkMandate, checkUsable, confirmIntent, type ConfirmInput } from '../intent-confirm.js';
import { createIntent, updateIntent, type IntentInput } from '../intent-draft.js';
import { cancelIntent, captureIntent, type CaptureInput } from '../intent-finish.js';
import { badParam, invalid } from '../refusal.js';
import type { Sim } from '../sim.js';
import { searchIntents } from '../search.js';
import { cancelSetup, confirmSetup, createSetup, updateSetup, type SetupInput } from '../setup-intents.js';

type ConfirmParams = ConfirmInput &
  Pick<
    IntentInput,
    | 'payment_method'
    | 'payment_method_data'
    | 'receipt_email'
    | 'setup_future_usage'
    | 'shipping'
    | 'capture_method'
    | 'allowed_payment_method_types'
    | 'excluded_payment_method_types'
    | 'payment_method_options'
  >;
type SetupConfirm = SetupInput & { mandate_data?: unknown; return_url?: string };

export const paymentIntentRoutes: Routes = {
  'POST /v1/payment_intents': on<IntentInput & ConfirmInput & { confirm?: boolean }>(({ sim, params }) => {
    if (!params.confirm) {
      for (const only of ['off_session', 'mandate', 'mandate_data', 'return_url', 'error_on_requires_action'] as const) {
        if (params[only] !== undefined)
          throw badParam(
            `The parameter \`${only}\` cannot be passed when creating a PaymentIntent unless \`confirm\` is set to true.`,
            only,
          );
      }
    }
    if (!params.confirm) return createIntent(sim, params);
    checkFirst(sim, params);
    return confirmIntent(sim, createIntent(sim, params), confirmable(params));
  }),
  'GET /v1/payment_intents': on<PageParams & { customer?: string }>(({ sim, params, path }) =>
    page(sim.paymentIntents.rows, params, path, (i) => !params.customer || i.customer === params.customer),
  ),
  'GET /v1/payment_intents/search': on<{ query: string; limit?: number; page?: string }>(({ sim, params, path }) =>
    searchIntents(sim, params, path),
  ),
  'GET /v1/payment_intents/{id}': on<{ client_secret?: string }>(({ sim, ids }) =>
    find(sim.paymentIntents, ids[0]!, 'payment_intent', 'intent'),
  ),
  'POST /v1/payment_intents/{id}': on<IntentInput>(({ sim, ids, params }) =>
    updateIntent(sim, find(sim.paymentIntents, ids[0]!, 'payment_intent', 'intent'), params),
  ),
  'POST /v1/payment_intents/{id}/confirm': on<ConfirmParams>(({ sim, ids, params }) => {
    const row = find(sim.paymentIntents, ids[0]!, 'payment_intent', 'intent');
    const method = params.payment_method ?? (params.payment_method_data ? NEW : row.payment_method);
    checkConfirmable(sim, row, method, params);
    updateIntent(sim, row, params);
    return confirmIntent(sim, row, confirmable(params));
  }),
  'POST /v1/payment_intents/{id}/cancel': on<{ cancellation_reason?: string }>(({ sim, ids, params }) => {
    const row = find(sim.paymentIntents, ids[0]!, 'payment_intent', 'intent');
    const session = row.status === 'canceled' || row.status === 'succeeded' ? undefined : sessionOf(sim, row.id);
    if (session?.status === 'open') {
      throw invalid(
        `This PaymentIntent cannot be canceled because it belongs to an open Checkout Session (${session.id}); expire that instead.`,
        {
          code: 'payment_intent_unexpected_state',
          payment_intent: row,
        },
      );
    }
    return cancelIntent(sim, row, params.cancellation_reason ?? null);
  }),
  'POST /v1/payment_intents/{id}/capture': on<CaptureInput>(({ sim, ids, params }) =>
    captureIntent(sim, find(sim.paymentIntents, ids[0]!, 'payment_intent', 'intent'), params),
  ),
};

/** Stands for a payment method that is made in the same breath. */
const NEW = 'pm_new';

/** Create-and-confirm is one step: what cannot be confirmed is not created either. */
function checkFirst(sim: Sim, params: IntentInput & ConfirmInput): void {
  if (!params.payment_method && !params.payment_method_data) {
    const message = "You cannot confirm this PaymentIntent because it's missing a payment method.";
    throw invalid(message, { code: 'payment_intent_unexpected_state', param: 'payment_method' });
  }
  const pm = params.payment_method ? sim.paymentMethods.get(params.payment_method) : undefined;
  if (!pm) return;
  checkUsable(sim, pm, params.customer ?? null);
  if (pm.type !== 'card') checkMandate(sim, pm, params);
}

/** Only what concerns the asking of the bank; `authenticated` never comes from outside. */
const confirmable = (p: ConfirmInput): ConfirmInput => ({
  ...(p.off_session !== undefined ? { off_session: p.off_session } : {}),
  ...(p.mandate ? { mandate: p.mandate } : {}),
  ...(p.mandate_data ? { mandate_data: p.mandate_data } : {}),
  ...(p.return_url ? { return_url: p.return_url } : {}),
  ...(p.error_on_requires_action ? { error_on_requires_action: true } : {}),
});

export const setupIntentRoutes: Routes = {
  'POST /v1/setup_intents': on<SetupConfirm & { confirm?: boolean }>(({ sim, params }) => {
    if (params.confirm && !params.payment_method && !params.payment_method_data) {
      const message = "You cannot confirm this SetupIntent because it's missing a payment method.";
      throw invalid(message, { code: 'setup_intent_unexpected_state', param: 'payment_method' });
    }
    const row = createSetup(sim, params);
    return params.confirm ? confirmSetup(sim, row, setupConfirmable(params)) : row;
  }),
  'GET /v1/setup_intents': on<PageParams & { customer?: string; payment_method?: string }>(({ sim, params, path }) =>
    page(
      sim.setupIntents.rows,
      params,
      path,
      (s) => (!params.customer || s.customer === params.customer) && (!params.payment_method || s.payment_method === params.payment_method),
    ),
  ),
  'GET /v1/setup_intents/{id}': on(({ sim, ids }) => find(sim.setupIntents, ids[0]!, 'setupintent', 'intent')),
  'POST /v1/setup_intents/{id}': on<SetupInput>(({ sim, ids, params }) =>
    updateSetup(sim, find(sim.setupIntents, ids[0]!, 'setupintent', 'intent'), params),
  ),
  'POST /v1/setup_intents/{id}/confirm': on<SetupConfirm>(({ sim, ids, params }) => {
    const row = find(sim.setupIntents, ids[0]!, 'setupintent', 'intent');
    if (row.status !== 'succeeded' && row.status !== 'canceled') updateSetup(sim, row, params);
    return confirmSetup(sim, row, setupConfirmable(params));
  }),
  'POST /v1/setup_intents/{id}/cancel': on<{ cancellation_reason?: string }>(({ sim, ids, params }) =>
    cancelSetup(sim, find(sim.setupIntents, ids[0]!, 'setupintent', 'intent'), params.cancellation_reason ?? null),
  ),
  'GET /v1/setup_attempts': on<PageParams & { setup_intent: string }>(({ sim, params, path }) =>
    page(sim.setupAttempts.rows, params, path, (a) => a.setup_intent === params.setup_intent),
  ),
  'GET /v1/mandates/{id}': on(({ sim, ids }) => find(sim.mandates, ids[0]!, 'mandate', 'mandate')),
};

const setupConfirmable = (p: SetupConfirm) => ({
  ...(p.mandate_data ? { mandate_data: p.mandate_data } : {}),
  ...(p.return_url ? { return_url: p.return_url } : {}),
});
