import type http from 'node:http';
import { Sim } from '../core/sim.js';
import { Api } from './api.js';
import { Recorder } from './recorder.js';

const MANY = 3_500;

describe('Many creates-and-confirms, one after another', () => {
  it('all succeed, each once', () => {
    const sim = new Sim({ seed: 'many', clock: 'frozen', startAt: Date.UTC(2026, 5, 2) });
    const api = new Api(sim, new Recorder(false), undefined);
    const pay = (n: number): number => {
      const headers = { authorization: 'Bearer sk_test_x', 'stripe-version': '2026-10-28.endive', 'idempotency-key': `k${n}` };
      const body = 'amount=2000&currency=gbp&payment_method=pm_card_visa&confirm=true&metadata[wgt_pledge]=p1';
      const request = { headers } as unknown as http.IncomingMessage;
      const response = {} as http.ServerResponse;
      return api.answer({ request, response, method: 'POST', path: '/v1/payment_intents', body }, sim.ids.next('req_')).status;
    };
    const statuses = Array.from({ length: MANY }, (_, n) => pay(n));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(sim.paymentIntents.rows.filter((i) => i.status === 'succeeded')).toHaveLength(MANY);
    expect(sim.charges.rows).toHaveLength(MANY);
  });
});
