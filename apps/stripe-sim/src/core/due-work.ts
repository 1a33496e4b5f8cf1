import { debitPaid, debitRefused, expireSession } from './checkout.js';
import { fail, settleCharge } from './charging.js';
import { decideDispute, disputeDue } from './dispute-answers.js';
import { fraudWarning, openDispute, plannedDispute } from './disputes.js';
import { docUrl } from './intents-common.js';
import { answerMandate } from './mandates.js';
import type { Charge } from './objects.js';
import { debitSucceeded, refuse } from './intent-confirm.js';
import { cancelIntent } from './intent-finish.js';
import { refundFails, refundSucceeds, waitingRefunds } from './refunds.js';
import type { Sim } from './sim.js';

/** Everything that happens by itself when its time has come. */
export function registerDueWork(sim: Sim): void {
  sim.onTask('settle', (id) => settleLater(sim, sim.charges.get(id)!));
  sim.onTask('authorisation_lapses', (id) => {
    const row = sim.paymentIntents.get(id)!;
    if (row.status === 'requires_capture') cancelIntent(sim, row, 'automatic');
  });
  sim.onTask('debit_result', (id) => debitResult(sim, id));
  sim.onTask('debit_returned', (id) => openDispute(sim, sim.charges.get(id)!, { kind: 'debit_return', reason: 'bank_cannot_process' }));
  sim.onTask('mandate_answer', (id) => answerMandate(sim, id));
  sim.onTask('refund_succeeds', (id) => refundSucceeds(sim, id));
  sim.onTask('refund_fails', (id) => refundFails(sim, id));
  sim.onTask('dispute', (about) => plannedDispute(sim, about));
  sim.onTask('dispute_due', (id) => disputeDue(sim, id));
  sim.onTask('dispute_decision', (id) => decideDispute(sim, id));
  sim.onTask('fraud_warning', (id) => fraudWarning(sim, id));
  sim.onTask('session_expires', (id) => {
    const row = sim.sessions.get(id)!;
    if (row.status === 'open') expireSession(sim, row);
  });
}

function settleLater(sim: Sim, charge: Charge): void {
  settleCharge(sim, charge);
  sim.events.emit('charge.updated', charge, { balance_transaction: null });
  waitingRefunds(sim, 'charge_pending');
}

/** The bank's answer to a debit: by default what the account's number foretells. */
export function debitResult(sim: Sim, chargeId: string, told?: 'succeeds' | 'fails' | 'fails_late'): void {
  const charge = sim.charges.get(chargeId);
  if (charge?.status !== 'pending') return;
  const intent = sim.paymentIntents.get(charge.payment_intent!)!;
  const fate = told ?? sim.wallets.get(charge.payment_method!)?.debit ?? 'succeeds';
  sim.tasks.drop('debit_result', chargeId);
  if (fate === 'fails' || fate === 'mandate_refused') {
    fail(charge, { code: 'insufficient_funds', decline: 'insufficient_funds' });
    sim.charges.save(charge);
    sim.events.emit('charge.failed', charge);
    const pm = sim.paymentMethods.get(charge.payment_method!);
    const message = charge.failure_message!;
    refuse(sim, intent, pm, {
      type: 'card_error',
      charge: charge.id,
      code: 'insufficient_funds',
      decline_code: 'insufficient_funds',
      doc_url: docUrl('insufficient_funds'),
      message,
    });
    debitRefused(sim, intent.id);
    return;
  }
  debitSucceeded(sim, intent, charge);
  debitPaid(sim, intent.id);
  if (fate === 'fails_late' || fate === 'disputed') sim.tasks.add(sim.clock.now() + 2 * 86_400_000, 'debit_returned', charge.id);
}
