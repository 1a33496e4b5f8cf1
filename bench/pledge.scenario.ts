import { CALLERS, CAMPAIGN, TIERS, callerId, tierId } from './database.js';
import { type Parts, type Scenario, bearer, counters, signed } from './contender.js';
import { type Call, keepBusy, overHttp } from './load.js';
import { pledger } from './statements.js';

/** Pledges of members by card, each to one of many tiers without a limit, under a new idempotency key. */
export function pledgeScenario({ pool, ports }: Parts): Scenario {
  const makePledge = pledger(pool);
  const pledges = counters();
  const nextPledge = (who: keyof typeof pledges): { caller: number; tier: string; key: string } => {
    const n = pledges[who]++;
    return { caller: 1 + (n % CALLERS), tier: tierId(1 + (n % TIERS)), key: `bench-${who}-${n}` };
  };
  const pledgeBody = (tier: string): string => JSON.stringify({ amount: { amount: 1_000, currency: 'GBP' }, tierId: tier, method: 'card' });

  return {
    name: 'pledge',
    title: `3 pledge, ${TIERS} tiers`,
    goal: 0.4,
    contenders: [
      {
        name: 'floor',
        run: (seconds) =>
          keepBusy(seconds, async () => {
            const { caller, tier, key } = nextPledge('floor');
            await makePledge({ tier, backer: callerId(caller), key, pence: 1_000 });
            return true;
          }),
      },
      {
        name: 'reference',
        run: (seconds) =>
          overHttp(ports.reference, seconds, (): Call => {
            const { caller, tier, key } = nextPledge('reference');
            return {
              method: 'POST',
              path: '/pledge',
              headers: { ...signed(caller), 'idempotency-key': key },
              body: pledgeBody(tier),
            };
          }),
      },
      {
        name: 'product',
        run: (seconds) =>
          overHttp(ports.product, seconds, (): Call => {
            const { caller, tier, key } = nextPledge('product');
            return {
              method: 'POST',
              path: `/api/v1/campaigns/${CAMPAIGN}/pledges`,
              headers: { ...bearer(caller), 'idempotency-key': key },
              body: pledgeBody(tier),
            };
          }),
      },
    ],
  };
}
