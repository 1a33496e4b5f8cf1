import { addBusinessDays } from './business-days.js';
import { messageFor } from './cards.js';
import { fresh } from './description.js';
import { feeFor } from './fees.js';
import { optionFor } from './method-options.js';
import type { BalanceTransaction, Charge, PaymentIntent, PaymentMethod } from './objects.js';
import type { Sim } from './sim.js';
import type { Verdict } from './wallet.js';

const AUTHORISED = {
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: 'approved_by_network',
  reason: null,
  risk_level: 'normal',
  risk_score: 20,
  seller_message: 'Payment complete.',
  type: 'authorized',
};

function detailsOf(pi: PaymentIntent, pm: PaymentMethod, authenticated: boolean, mandate: string | null): Charge['payment_method_details'] {
  if (!pm.card) return { [pm.type]: debitDetails(pm, mandate), type: pm.type };
  const { card } = pm;
  return {
    card: {
      amount_authorized: pi.amount,
      authorization_code: '123456',
      brand: card.brand,
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      extended_authorization: { status: 'disabled' },
      fingerprint: card.fingerprint,
      funding: card.funding,
      incremental_authorization: { status: 'unavailable' },
      installments: null,
      last4: card.last4,
      mandate: null,
      multicapture: { status: 'unavailable' },
      network: card.brand,
      network_token: { used: false },
      network_transaction_id: '764424671412771',
      overcapture: { maximum_amount_capturable: pi.amount, status: 'unavailable' },
      regulated_status: card.regulated_status,
      three_d_secure: authenticated ? THREE_D_SECURE : null,
      transaction_link_id: null,
      wallet: null,
    },
    type: 'card',
  };
}

const THREE_D_SECURE = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
};

function debitDetails(pm: PaymentMethod, mandate: string | null): Record<string, unknown> {
  if (pm.bacs_debit) return { ...pm.bacs_debit, mandate };
  return {
    bank_code: pm.sepa_debit?.bank_code ?? null,
    branch_code: null,
    country: pm.sepa_debit?.country ?? null,
    fingerprint: pm.sepa_debit?.fingerprint ?? null,
    last4: pm.sepa_debit?.last4 ?? null,
    mandate,
  };
}

function build(sim: Sim, pi: PaymentIntent, pm: PaymentMethod, authenticated: boolean, mandate: string | null): Charge {
  const id = sim.ids.next(pm.type === 'card' ? 'ch_' : 'py_');
  const suffix = pi.statement_descriptor_suffix;
  return fresh<Charge>('charge', {
    id,
    amount: pi.amount,
    billing_details: pm.billing_details,
    calculated_statement_descriptor: suffix ? `${sim.config.statementPrefix}* ${suffix}`.slice(0, 22) : sim.config.statementPrefix,
    created: sim.clock.seconds(),
    currency: pi.currency,
    customer: pi.customer,
    description: pi.description,
    fraud_details: {},
    metadata: { ...pi.metadata },
    payment_intent: pi.id,
    payment_method: pm.id,
    payment_method_details: detailsOf(pi, pm, authenticated, mandate),
    receipt_email: pi.receipt_email,
    shipping: pi.shipping,
    statement_descriptor: pi.statement_descriptor,
    statement_descriptor_suffix: suffix,
    transfer_group: pi.transfer_group,
  });
}

/** The bank said yes: a charge that is paid, and captured unless that is left to the merchant. */
export function chargeSucceeded(sim: Sim, pi: PaymentIntent, pm: PaymentMethod, authenticated: boolean): Charge {
  const charge = build(sim, pi, pm, authenticated, null);
  charge.status = 'succeeded';
  charge.paid = true;
  charge.outcome = AUTHORISED;
  charge.receipt_url = `${sim.baseUrl}/receipts/${charge.id}`;
  const capture = optionFor(pi.payment_method_options, pm.type, 'capture_method') ?? pi.capture_method;
  if (capture !== 'manual') {
    charge.captured = true;
    charge.amount_captured = charge.amount;
    if (capture === 'automatic') settleCharge(sim, charge);
    else sim.tasks.add(sim.clock.now() + sim.config.captureDelay, 'settle', charge.id, 4);
  }
  sim.charges.save(charge);
  sim.events.emit('charge.succeeded', charge);
  return charge;
}

/** A debit was handed in; the bank answers in days. */
export function chargePending(sim: Sim, pi: PaymentIntent, pm: PaymentMethod, mandate: string | null, days: number): Charge {
  const charge = build(sim, pi, pm, false, mandate);
  charge.status = 'pending';
  charge.outcome = { ...AUTHORISED, seller_message: 'Payment pending.' };
  sim.charges.save(charge);
  sim.tasks.add(addBusinessDays(sim.clock.seconds(), days) * 1000, 'debit_result', charge.id, 3);
  sim.events.emit('charge.pending', charge);
  return charge;
}

/** The bank said no: the failed charge that remains of it. */
export function chargeFailed(
  sim: Sim,
  pi: PaymentIntent,
  pm: PaymentMethod,
  verdict: Extract<Verdict, { is: 'no' }>,
  authenticated: boolean,
): Charge {
  const charge = build(sim, pi, pm, authenticated, null);
  fail(charge, verdict);
  sim.charges.save(charge);
  sim.events.emit('charge.failed', charge);
  return charge;
}

/** Marks a charge as refused, with the bank's reasons. */
export function fail(charge: Charge, verdict: { code: string; decline: string; advice?: string }): void {
  charge.status = 'failed';
  charge.failure_code = verdict.code;
  charge.failure_message = messageFor(verdict.code, verdict.decline);
  charge.outcome = {
    ...AUTHORISED,
    advice_code: verdict.advice ?? null,
    network_decline_code: '01',
    network_status: 'declined_by_network',
    reason: verdict.decline,
    seller_message: 'The bank did not return any further details with this decline.',
    type: 'issuer_declined',
  };
}

/** Money received for a charge becomes a balance transaction, with its fee. */
export function settleCharge(sim: Sim, charge: Charge): BalanceTransaction {
  const wallet = sim.wallets.get(charge.payment_method!)!;
  const money = sim.money.settle(charge.amount_captured, charge.currency);
  const txn = sim.money.post({
    type: charge.id.startsWith('py_') ? 'payment' : 'charge',
    category: 'charge',
    amount: money.amount,
    currency: money.currency,
    exchangeRate: money.rate,
    fee: feeFor(sim.config.fees, wallet.fee, money.amount, money.currency),
    source: charge.id,
    description: charge.description,
    availableOn: wallet.aftermath === 'straight_to_available' ? sim.clock.seconds() : sim.money.settlesOn(),
  });
  charge.balance_transaction = txn.id;
  sim.charges.save(charge);
  if (wallet.aftermath) planAftermath(sim, charge, wallet.aftermath);
  return txn;
}

function planAftermath(sim: Sim, charge: Charge, aftermath: string): void {
  const at = sim.clock.now() + sim.config.disputeDelay;
  if (aftermath === 'fraud_warning') sim.tasks.add(at, 'fraud_warning', charge.id);
  if (['fraud', 'not_received', 'inquiry'].includes(aftermath)) sim.tasks.add(at, 'dispute', `${charge.id} ${aftermath}`);
  if (aftermath === 'two_disputes') {
    sim.tasks.add(at, 'dispute', `${charge.id} first_half`);
    sim.tasks.add(at, 'dispute', `${charge.id} second_half`);
  }
}
