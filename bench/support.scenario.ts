import { CALLERS, EVENT, callerId, proposalId } from './database.js';
import { type Parts, type Scenario, bearer, counters, signed } from './contender.js';
import { type Call, keepBusy, overHttp } from './load.js';
import { GIVE_SUPPORT } from './statements.js';

/** Supports of proposals, spread over all of them; every one is new. */
export function supportScenario({ pool, ports, proposals }: Parts): Scenario {
  const done = counters();
  // Three disjoint thirds of the proposals keep the contenders out of each other's rows.
  const third = Math.floor(proposals / 3);
  const offset = { floor: 0, reference: third, product: 2 * third };
  const pair = (who: keyof typeof done): { caller: number; proposal: string } => {
    const n = done[who]++;
    return { caller: 1 + (Math.floor(n / third) % CALLERS), proposal: proposalId(1 + offset[who] + (n % third)) };
  };
  return {
    name: 'support',
    title: `1b support, ${proposals} proposals`,
    goal: 0.4,
    contenders: [
      {
        name: 'floor',
        run: (seconds) =>
          keepBusy(seconds, async () => {
            const { caller, proposal } = pair('floor');
            await pool.query({ name: 'give', text: GIVE_SUPPORT, values: [EVENT.id, proposal, callerId(caller), new Date()] });
            return true;
          }),
      },
      {
        name: 'reference',
        run: (seconds) =>
          overHttp(ports.reference, seconds, (): Call => {
            const { caller, proposal } = pair('reference');
            return {
              method: 'POST',
              path: '/support',
              headers: signed(caller),
              body: JSON.stringify({ proposalId: proposal, callerId: callerId(caller) }),
            };
          }),
      },
      {
        name: 'product',
        run: (seconds) =>
          overHttp(ports.product, seconds, (): Call => {
            const { caller, proposal } = pair('product');
            return { method: 'POST', path: `/api/v1/events/${EVENT.slug}/proposals/${proposal}/support`, headers: bearer(caller) };
          }),
      },
    ],
  };
}
