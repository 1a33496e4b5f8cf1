import Stripe from 'stripe';
import { CampaignWorld } from '../support/campaign-world.js';

const SECRET = 'whsec_for_tests_only_0123456789';
const MINUTE = 60;

describe('messages that claim to come from Stripe (B6)', () => {
  let c: CampaignWorld;
  let before: Record<string, number>;
  beforeAll(async () => {
    c = await CampaignWorld.start({ webhooks: false, seed: 'webhooks' });
    await c.begin(await c.campaign());
    await c.world.drain();
    await c.runSchedules();
    before = await rows();
  });
  afterAll(() => c.close());

  /** Rows of every table of ours, but those that upkeep writes when its second has come: seals, kept sums, folded tallies. */
  async function rows(): Promise<Record<string, number>> {
    const tables = await c.world.database.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') and table_name !~ 'seal|turnover|tally'
          and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) counts[name] = (await c.world.database.one<{ n: number }>(`select count(*)::int as n from ${name}`)).n;
    return counts;
  }

  const now = (): number => Math.floor(c.world.clock.now().getTime() / 1000);
  const event = (more: object = {}): string =>
    JSON.stringify({
      id: 'evt_forged',
      object: 'event',
      type: 'payment_intent.succeeded',
      livemode: false,
      created: now(),
      api_version: null,
      data: { object: { id: 'pi_nobody_knows', object: 'payment_intent', amount: 2_000, currency: 'gbp', status: 'succeeded' } },
      ...more,
    });
  const signed = (payload: string, { at = now(), secret = SECRET, body = payload } = {}): [string, string] => [
    payload,
    Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: at }),
  ];

  async function send(payload: string, signature?: string): Promise<{ status: number; code?: string }> {
    const request = c.world.http().post('/webhooks/stripe').set('content-type', 'application/json');
    const { status, body } = await (signature === undefined ? request : request.set('stripe-signature', signature)).send(payload);
    return { status, code: (body as { code?: string }).code };
  }

  const forgeries: [string, () => [string, string?], number, string][] = [
    ['unsigned', () => [event()], 400, 'NOT_FROM_STRIPE'],
    ['with an empty signature', () => [event(), ''], 400, 'NOT_FROM_STRIPE'],
    ['with a signature that is none', () => [event(), 't=,v1='], 400, 'NOT_FROM_STRIPE'],
    ['with a wrong secret', () => signed(event(), { secret: 'whsec_of_somebody_else_012345' }), 400, 'NOT_FROM_STRIPE'],
    ['with the signature of another body', () => signed(event(), { body: event({ id: 'evt_other' }) }), 400, 'NOT_FROM_STRIPE'],
    ['six minutes old', () => signed(event(), { at: now() - 6 * MINUTE }), 400, 'NOT_FROM_STRIPE'],
    ['from six minutes ahead', () => signed(event(), { at: now() + 6 * MINUTE }), 400, 'NOT_FROM_STRIPE'],
    ['of live mode', () => signed(event({ livemode: true })), 400, 'OTHER_ACCOUNT'],
    ['of another account', () => signed(event({ account: 'acct_of_somebody_else' })), 400, 'OTHER_ACCOUNT'],
    ['that are no JSON, well signed', () => signed('{"id":'), 400, 'BAD_REQUEST'],
    ['that are JSON but no event, well signed', () => signed('[]'), 400, 'NOT_FROM_STRIPE'],
    ['that are the word null, well signed', () => signed('null'), 400, 'NOT_FROM_STRIPE'],
    ['without an id, well signed', () => signed(event({ id: undefined })), 400, 'NOT_FROM_STRIPE'],
    ['about nothing, well signed', () => signed(event({ data: { object: null } })), 400, 'NOT_FROM_STRIPE'],
    ['without data, well signed', () => signed(event({ data: null })), 400, 'NOT_FROM_STRIPE'],
    ['with NUL in them, well signed', () => signed(event({ type: 'a\0b' })), 422, 'BAD_INPUT'],
    ['larger than 256 kB, well signed', () => signed(event({ padding: 'x'.repeat(256 * 1024) })), 413, 'TOO_LARGE'],
  ];

  it.each(forgeries)('are refused when %s, and nothing changes', async (_, forge, status, code) => {
    const [payload, signature] = forge();
    expect(await send(payload, signature)).toEqual({ status, code });
    await c.world.drain();
    expect(await rows()).toEqual(before);
  });

  it('are kept once when genuine, however often they come; about an object nobody knows they change nothing else', async () => {
    const [payload, signature] = signed(event());
    for (let i = 0; i < 5; i += 1) expect((await send(payload, signature)).status).toBe(200);
    await c.world.drain();
    expect(await rows()).toEqual({ ...before, 'payments.stripe_event': before['payments.stripe_event']! + 1 });
    expect(await c.world.database.query('select state from payments.stripe_event')).toEqual([{ state: 'ignored' }]);
  });

  it('are taken up to 256 kB, more than any other route takes', async () => {
    const [payload, signature] = signed(event({ id: 'evt_long', padding: 'x'.repeat(200 * 1024) }));
    expect((await send(payload, signature)).status).toBe(200);
  });
});
