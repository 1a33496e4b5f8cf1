import { connect } from 'node:net';
import { startStripeSim } from '../index.js';
import { Contract, sandboxKey } from '../contract/harness.js';

const contract = new Contract({}, 'simulator');
const key = {
  authorization: 'Bearer sk_test_x',
  'stripe-version': '2026-10-28.endive',
  'content-type': 'application/x-www-form-urlencoded',
};
let n = 0;
const post = (path: string, body: string) =>
  fetch(`${contract.sim.url}${path}`, { method: 'POST', body, headers: { ...key, 'idempotency-key': `raw-${++n}` } });

describe('Starting', () => {
  it('refuses production, live keys and addresses that are not loopback', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    await expect(startStripeSim()).rejects.toThrow('production');
    process.env.NODE_ENV = before;
    await expect(startStripeSim({ secretKey: 'sk_live_1' })).rejects.toThrow('test keys');
    await expect(startStripeSim({ host: '0.0.0.0' })).rejects.toThrow('loopback');
    process.env.STRIPE_SIM_HOST = '';
    const running = await startStripeSim();
    delete process.env.STRIPE_SIM_HOST;
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    await running.close();
  });

  it('lets the contract suite near a sandbox only, never a live account', () => {
    expect(() => sandboxKey('sk_live_1')).toThrow('test key');
    expect(() => sandboxKey('sk_1')).toThrow('test key');
    expect([sandboxKey('sk_test_1'), sandboxKey('')]).toEqual(['sk_test_1', undefined]);
  });

  it('accepts one key only when told so, and asks for its token', async () => {
    const running = await startStripeSim({ secretKey: 'sk_test_mine', controlToken: 'secret' });
    const ask = (path: string, bearer: string) =>
      fetch(`${running.url}${path}`, { headers: { ...key, authorization: `Bearer ${bearer}` } });
    expect((await ask('/v1/balance', 'sk_test_other')).status).toBe(401);
    expect((await ask('/v1/balance', 'sk_test_mine')).status).toBe(200);
    expect((await ask('/_sim/state', 'wrong')).status).toBe(401);
    expect((await ask('/_sim/state', 'secret')).status).toBe(200);
    await running.close();
  });
});

describe('Bad input', () => {
  it.each([
    ['a[b][c][d][e][f][g][h][i][j][k][l][m][n][o]=1', 400],
    ['%E0%A4%A=1&%%%', 400],
    ['metadata[a]=%00&email=nonsense', 400],
    ['name=' + 'x'.repeat(2_000_000), 413],
    ['expand[]=a.b.c.d.e.f', 400],
    ['__proto__[admin]=1', 400],
    ['{"name":"Ada"}', 400],
    ['a'.repeat(100_000), 400],
    [Array.from({ length: 6_000 }, (_, i) => `metadata[k${i}]=v`).join('&'), 400],
  ])('is answered and changes nothing (%#)', async (body, status) => {
    const before = contract.sim.sim.customers.rows.length;
    const response = await post('/v1/customers', body);
    expect(response.status).toBe(status);
    expect(await response.json()).toHaveProperty('error.type', 'invalid_request_error');
    expect(contract.sim.sim.customers.rows).toHaveLength(before);
  });

  it('without a key is 401', async () => {
    const response = await fetch(`${contract.sim.url}/v1/balance`);
    expect(response.status).toBe(401);
  });

  it('is survived even when it is not HTTP', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(contract.sim.port, '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'));
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
      socket.resume();
    });
    expect((await fetch(`${contract.sim.url}/_sim/clock`)).status).toBe(200);
  });

  it('to the control interface is a sentence', async () => {
    const response = await fetch(`${contract.sim.url}/_sim/clock`, { method: 'POST', body: '{' });
    expect(response.status).toBe(400);
    expect((await fetch(`${contract.sim.url}/_sim/nonsense`)).status).toBe(404);
  });
});

describe('Headers', () => {
  it('are Stripe’s', async () => {
    const response = await post('/v1/customers', 'name=Ada');
    expect(response.headers.get('request-id')).toMatch(/^req_/);
    expect(response.headers.get('stripe-version')).toBe('2026-10-28.endive');
    expect(response.headers.get('idempotency-key')).toBe(`raw-${n}`);
  });

  it('lead back to the exchange, as the address in an error does', async () => {
    const { error } = (await (await post('/v1/customers', 'nme=Ada')).json()) as { error: { request_log_url: string } };
    expect(await (await fetch(error.request_log_url)).json()).toMatchObject({ method: 'POST', status: 400, requestBody: 'nme=Ada' });
  });
});
