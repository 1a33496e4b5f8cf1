import { fresh } from './description.js';
import type { Mandate, PaymentMethod } from './objects.js';
import { invalid, noSuch } from './refusal.js';
import type { Sim } from './sim.js';

const DAY = 86_400_000;

interface Acceptance {
  type: string;
  accepted_at?: number;
  online?: unknown;
}

/** The payer's leave to debit an account: pending until the bank has answered, the next day. */
export function newMandate(sim: Sim, pm: PaymentMethod, given?: unknown): Mandate {
  const acceptance = (given as { customer_acceptance?: Acceptance } | undefined)?.customer_acceptance;
  const offline = acceptance?.type === 'offline';
  const id = sim.ids.next('mandate_');
  const reference = sim.ids.next('', 16).toUpperCase();
  const url = `${sim.baseUrl}/mandates/${id}`;
  const details =
    pm.type === 'bacs_debit'
      ? { display_name: null, network_status: 'pending', reference, revocation_reason: null, service_user_number: null, url }
      : { reference, url };
  const row = fresh<Mandate>('mandate', {
    id,
    customer_acceptance: {
      accepted_at: acceptance?.accepted_at ?? sim.clock.seconds(),
      ...(offline ? { offline: {} } : { online: acceptance?.online ?? { ip_address: '127.0.0.1', user_agent: 'simulated' } }),
      type: offline ? 'offline' : 'online',
    },
    multi_use: {},
    payment_method: pm.id,
    payment_method_details: { [pm.type]: details, type: pm.type },
    status: pm.type === 'bacs_debit' ? 'pending' : 'active',
    type: 'multi_use',
  });
  if (row.status === 'pending') sim.tasks.add(sim.clock.now() + DAY, 'mandate_answer', row.id);
  return sim.mandates.save(row);
}

export function answerMandate(sim: Sim, id: string): void {
  const row = sim.mandates.get(id)!;
  setMandate(sim, row, sim.wallets.get(row.payment_method)?.debit === 'mandate_refused' ? 'inactive' : 'active');
}

export function setMandate(sim: Sim, row: Mandate, status: Mandate['status']): void {
  if (row.status === status) return;
  const previous = { status: row.status };
  row.status = status;
  const details = row.payment_method_details.bacs_debit as Record<string, unknown> | undefined;
  if (details) details.network_status = status === 'active' ? 'accepted' : 'refused';
  sim.mandates.save(row);
  sim.events.emit('mandate.updated', row, previous);
}

export function expectMandate(sim: Sim, id: string, pm: PaymentMethod): Mandate {
  const row = sim.mandates.get(id);
  if (!row) throw noSuch('mandate', id, 'mandate');
  if (row.payment_method !== pm.id)
    throw invalid('The mandate belongs to another payment method.', { param: 'mandate', code: 'payment_intent_mandate_invalid' });
  if (row.status === 'inactive')
    throw invalid('The mandate is inactive and cannot be used.', { param: 'mandate', code: 'payment_intent_mandate_invalid' });
  return row;
}
