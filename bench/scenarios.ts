import { createHmac } from 'node:crypto';
import pg from 'pg';
import { type BenchDatabase, CALLERS, CAMPAIGN, EVENT, TIERS, callerId, proposalId, tierId, tokenOf } from './database.js';
import { type Call, type Load, keepBusy, overHttp } from './load.js';
import { GIVE_SUPPORT, LIST, pledger } from './statements.js';

export interface Contender {
  name: 'floor' | 'reference' | 'product';
  run(seconds: number): Promise<Load>;
}

export interface Scenario {
  name: string;
  title: string;
  /** Goal for product ÷ floor. */
  goal: number;
  contenders: Contender[];
}

interface Ports {
  reference: number;
  product: number;
}

const signed = (caller: number): string => `${caller}.${createHmac('sha256', 'bench').update(String(caller)).digest('hex')}`;

/** The scenarios over the given servers. Each contender takes its own pairs of person and proposal, so that every vote is a new one. */
export function scenarios({ appUrl, proposals }: BenchDatabase, ports: Ports): { all: Scenario[]; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: appUrl, max: 16 });
  const counters = { floor: 0, reference: 0, product: 0 };
  // Three disjoint thirds of the proposals keep the contenders out of each other's rows.
  const third = Math.floor(proposals / 3);
  const offset = { floor: 0, reference: third, product: 2 * third };
  const pair = (who: keyof typeof counters): { caller: number; proposal: string } => {
    const n = counters[who]++;
    return { caller: 1 + (Math.floor(n / third) % CALLERS), proposal: proposalId(1 + offset[who] + (n % third)) };
  };
  const bearer = (caller: number): Record<string, string> => ({ authorization: `Bearer ${tokenOf(caller)}` });

  const vote: Scenario = {
    name: 'vote',
    title: `1 vote, ${proposals} proposals`,
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
              headers: { 'x-caller': signed(caller) },
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

  const makePledge = pledger(pool);
  const pledges = { floor: 0, reference: 0, product: 0 };
  const nextPledge = (who: keyof typeof pledges): { caller: number; tier: string; key: string } => {
    const n = pledges[who]++;
    return { caller: 1 + (n % CALLERS), tier: tierId(1 + (n % TIERS)), key: `bench-${who}-${n}` };
  };
  const pledgeBody = (tier: string): string => JSON.stringify({ amount: { amount: 1_000, currency: 'GBP' }, tierId: tier, method: 'card' });

  const pledge: Scenario = {
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
              headers: { 'x-caller': signed(caller), 'idempotency-key': key },
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

  const list: Scenario = {
    name: 'list',
    title: '6 list of 25 with my votes',
    goal: 0.25,
    contenders: [
      {
        name: 'floor',
        run: (seconds) =>
          keepBusy(
            seconds,
            async () => (await pool.query({ name: 'list', text: LIST, values: [EVENT.id, callerId(1)] })).rows.length === 25,
          ),
      },
      {
        name: 'reference',
        run: (seconds) => overHttp(ports.reference, seconds, () => ({ method: 'GET', path: '/list', headers: { 'x-caller': signed(1) } })),
      },
      {
        name: 'product',
        run: (seconds) =>
          overHttp(ports.product, seconds, () => ({
            method: 'GET',
            path: `/api/v1/events/${EVENT.slug}/proposals?limit=25`,
            headers: bearer(1),
          })),
      },
    ],
  };
  return { all: [vote, pledge, list], close: () => pool.end() };
}
