import http from 'node:http';
import fc from 'fast-check';
import { startStripeSim, type RunningStripeSim } from '../index.js';
import { START } from './harness.js';
import { brokenPromises, listen, paidTwice, rewritten } from './promises.js';

const RUNS = Number(process.env.STRIPE_SIM_PROPERTY_RUNS ?? 2_000);
const HOUR = 3_600_000;
const CARDS = [
  'pm_card_visa',
  'pm_card_visa',
  'pm_card_bypassPending',
  'pm_card_visa_chargeDeclined',
  'pm_card_createDispute',
  'pm_card_createMultipleDisputes',
  'pm_card_refundFail',
  'pm_card_pendingRefund',
  'pm_card_authenticationRequired',
];
const FAULTS = ['error_before', 'error_after', 'reset_before', 'reset_after', 'garbled', 'rate_limit', 'key_forgotten', 'webhook_first'];

type Step =
  | { do: 'pay'; amount: number; card: string; manual: boolean; eur: boolean }
  | { do: 'confirm_twice'; amount: number; card: string }
  | { do: 'debit'; amount: number; account: string }
  | { do: 'checkout'; amount: number; cards: string[] }
  | { do: 'refund'; which: number; part: number }
  | { do: 'cancel' | 'capture' | 'answer_dispute' | 'cancel_refund' | 'expire'; which: number }
  | { do: 'advance'; hours: number }
  | { do: 'payout' | 'fail_payout' | 'manual_payout' }
  | { do: 'fault'; action: string; nth: number };

const amount = fc.integer({ min: 30, max: 50_000 });
const card = fc.constantFrom(...CARDS);
const which = fc.nat(20);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pay' as const), amount, card, manual: fc.boolean(), eur: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('confirm_twice' as const), amount, card }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('debit' as const), amount, account: fc.constantFrom('00012345', '00012355', '00012356') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('checkout' as const), amount, cards: fc.array(card, { minLength: 1, maxLength: 3 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('refund' as const), which, part: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'capture', 'answer_dispute', 'cancel_refund', 'expire'), which }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('advance' as const), hours: fc.constantFrom(0.01, 1, 24, 100, 500) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('payout' as const, 'fail_payout', 'manual_payout') }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('fault' as const), action: fc.constantFrom(...FAULTS), nth: fc.integer({ min: 1, max: 3 }) }),
  },
);

/** A plain client that tries again as a shop would: the same key after an unknown outcome. */
class Shop {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  private keys = 0;
  orders = 0;

  constructor(private readonly running: RunningStripeSim) {}

  close(): void {
    this.agent.destroy();
  }

  async post(path: string, form: Record<string, string | number | boolean>): Promise<Record<string, unknown> | undefined> {
    const body = new URLSearchParams(Object.entries(form).map(([k, v]): [string, string] => [k, String(v)])).toString();
    const key = `k${++this.keys}`;
    for (let tries = 0; tries < 3; tries++) {
      const answer = await this.once(path, body, key);
      if (answer) return answer;
    }
    return undefined;
  }

  private once(path: string, body: string, key: string): Promise<Record<string, unknown> | undefined> {
    return new Promise((resolve) => {
      const request = http.request(
        {
          host: '127.0.0.1',
          port: this.running.port,
          path,
          method: 'POST',
          agent: this.agent,
          headers: {
            authorization: 'Bearer sk_test_shop',
            'stripe-version': '2026-10-28.endive',
            'idempotency-key': key,
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': Buffer.byteLength(body),
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('error', () => resolve(undefined));
          response.on('end', () => resolve(response.statusCode! < 500 && response.statusCode !== 429 ? parsed(text) : undefined));
        },
      );
      request.on('error', () => resolve(undefined));
      request.end(body);
    });
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

const pick = <T>(rows: readonly T[], n: number): T | undefined => (rows.length ? rows[n % rows.length] : undefined);

async function play({ sim }: RunningStripeSim, shop: Shop, s: Step): Promise<void> {
  switch (s.do) {
    case 'pay':
      await shop.post('/v1/payment_intents', {
        amount: s.amount + 30,
        currency: s.eur ? 'eur' : 'gbp',
        payment_method: s.card,
        confirm: true,
        'metadata[order]': `order ${++shop.orders}`,
        ...(s.manual ? { capture_method: 'manual' } : {}),
      });
      return;
    case 'confirm_twice': {
      const made = await shop.post('/v1/payment_intents', { amount: s.amount, currency: 'gbp' });
      if (!made?.id) return;
      const confirm = () => shop.post(`/v1/payment_intents/${String(made.id)}/confirm`, { payment_method: s.card });
      await Promise.all([confirm(), confirm()]);
      return;
    }
    case 'debit':
      await shop.post('/v1/payment_intents', {
        amount: s.amount,
        currency: 'gbp',
        'allowed_payment_method_types[0]': 'bacs_debit',
        'payment_method_data[type]': 'bacs_debit',
        'payment_method_data[bacs_debit][account_number]': s.account,
        'payment_method_data[bacs_debit][sort_code]': '108800',
        'mandate_data[customer_acceptance][type]': 'offline',
        confirm: true,
      });
      return;
    case 'checkout': {
      const session = await shop.post('/v1/checkout/sessions', {
        mode: 'payment',
        success_url: 'https://example.org/',
        'line_items[0][quantity]': 1,
        'line_items[0][price_data][currency]': 'gbp',
        'line_items[0][price_data][unit_amount]': s.amount,
        'line_items[0][price_data][product_data][name]': 'Ticket',
      });
      for (const payment_method of s.cards) await shop.post(`/v1/payment_pages/${String(session?.id)}/confirm`, { payment_method });
      return;
    }
    case 'refund': {
      const charge = pick(sim.charges.rows, s.which);
      if (charge)
        await shop.post('/v1/refunds', {
          charge: charge.id,
          ...(s.part > 1 ? { amount: Math.max(1, Math.floor(charge.amount / s.part)) } : {}),
        });
      return;
    }
    case 'cancel':
      await shop.post(`/v1/payment_intents/${pick(sim.paymentIntents.rows, s.which)?.id ?? 'pi_none'}/cancel`, {});
      return;
    case 'capture': {
      const intent = pick(sim.paymentIntents.rows, s.which);
      const part: Record<string, number> = s.which % 2 ? { amount_to_capture: Math.ceil((intent?.amount ?? 2) / 2) } : {};
      await shop.post(`/v1/payment_intents/${intent?.id ?? 'pi_none'}/capture`, part);
      return;
    }
    case 'expire':
      await shop.post(`/v1/checkout/sessions/${pick(sim.sessions.rows, s.which)?.id ?? 'cs_none'}/expire`, {});
      return;
    case 'answer_dispute': {
      const words = ['winning_evidence', 'losing_evidence', 'escalate_inquiry_evidence'][s.which % 3]!;
      await shop.post(`/v1/disputes/${pick(sim.disputes.rows, s.which)?.id ?? 'du_none'}`, {
        'evidence[uncategorized_text]': words,
        submit: true,
      });
      return;
    }
    case 'cancel_refund':
      await shop.post(`/v1/refunds/${pick(sim.refunds.rows, s.which)?.id ?? 're_none'}/cancel`, {});
      return;
    case 'advance':
      return sim.moveTo(sim.clock.now() + s.hours * HOUR);
    case 'payout':
      sim.funds.rows.forEach((f) => sim.payouts.automatic(f.id));
      return;
    case 'manual_payout':
      await shop.post('/v1/payouts', { amount: 100, currency: 'gbp' });
      return;
    case 'fail_payout': {
      const last = sim.payoutRows.rows.at(-1);
      if (last && last.status !== 'failed' && last.status !== 'canceled') sim.payouts.fail(last);
      return;
    }
    case 'fault':
      sim.faults.add({ action: s.action as 'error_before', match: { method: 'POST', path: '/v1/*', nth: s.nth } });
  }
}

describe('Whatever is asked of it, and whatever goes wrong', () => {
  it(
    `the money adds up, nothing is charged twice and every event is there (${RUNS} sequences)`,
    async () => {
      const running = await startStripeSim({ seed: 'property', clock: 'frozen', startAt: START, recording: false });
      const shop = new Shop(running);
      let n = 0;
      const met = new Map<string, number>();
      try {
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
            running.sim.reset(`sequence ${++n}`);
            const told = listen(running.sim);
            for (const s of steps) await play(running, shop, s);
            expect(brokenPromises(running.sim)).toEqual([]);
            if (!steps.some((s) => s.do === 'fault' && s.action === 'key_forgotten')) expect(paidTwice(running.sim)).toEqual([]);
            await running.sim.moveTo(running.sim.clock.now() + 30 * 24 * HOUR);
            expect(brokenPromises(running.sim)).toEqual([]);
            expect(rewritten(running.sim, told)).toEqual([]);
            for (const table of running.sim.store.all()) met.set(table.name, (met.get(table.name) ?? 0) + table.byId.size);
          }),
          { numRuns: RUNS },
        );
        // a run that met nothing would prove nothing
        for (const kind of ['charge', 'refund', 'dispute', 'payout', 'checkout.session', 'mandate'])
          expect(met.get(kind)).toBeGreaterThan(RUNS / 20);
      } finally {
        shop.close();
        await running.close();
      }
    },
    Math.max(120_000, RUNS * 60),
  );
});
