import { CALLERS, EVENT, callerId, proposalId } from './database.js';
import { type Name, type Parts, type Scenario, bearer, counters, signed } from './contender.js';
import { type Call, keepBusy, overHttp } from './load.js';
import { GIVE_SUPPORT } from './statements.js';

/** Supports of proposals, spread over all of them; all but a few are new: a second one would change nothing and cost nothing. */
export function supportScenario({ pool, ports, proposals, people }: Parts): Scenario {
  const done = counters();
  // Floor and reference speak for anybody, in turn; the product's callers, who need tokens, are fewer and have more proposals to themselves.
  const [few, many] = [Math.floor(proposals / 3), Math.ceil((proposals * 2) / 3)];
  const pair = (who: Name): { caller: number; proposal: string } => {
    const n = done[who]++;
    if (who === 'product') return { caller: 1 + (Math.floor(n / many) % CALLERS), proposal: proposalId(1 + few + (n % many)) };
    const turn = 2 * n + (who === 'reference' ? 1 : 0);
    return { caller: 1 + (Math.floor(turn / few) % people), proposal: proposalId(1 + (turn % few)) };
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
