import type http from 'node:http';
import { Sim } from '../core/sim.js';
import { Api } from './api.js';
import { Recorder } from './recorder.js';

const MOST_MICROSECONDS = 1_000_000 / 3_000;

describe('A create-and-confirm', () => {
  it('takes less than a 3,000th of a second of one core', () => {
    const sim = new Sim({ seed: 'speed', clock: 'frozen', startAt: Date.UTC(2026, 5, 2) });
    const api = new Api(sim, new Recorder(false), undefined);
    const pay = (n: number) => {
      const headers = { authorization: 'Bearer sk_test_x', 'stripe-version': '2026-10-28.endive', 'idempotency-key': `k${n}` };
      const body = 'amount=2000&currency=gbp&payment_method=pm_card_visa&confirm=true&metadata[wgt_pledge]=p1';
      const arrival = {
        request: { headers } as unknown as http.IncomingMessage,
        response: {} as http.ServerResponse,
        method: 'POST',
        path: '/v1/payment_intents',
        body,
      };
      expect(api.answer(arrival, sim.ids.next('req_')).status).toBe(200);
    };
    for (let n = 0; n < 500; n++) pay(n);
    const before = process.cpuUsage();
    for (let n = 500; n < 3_500; n++) pay(n);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 3_000).toBeLessThan(MOST_MICROSECONDS);
    expect(sim.paymentIntents.rows.filter((i) => i.status === 'succeeded')).toHaveLength(3_500);
  });
});
