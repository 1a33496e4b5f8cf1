import { description, type Schema } from '../core/description.js';
import { Ids } from '../core/ids.js';
import { routes } from '../core/resources/index.js';
import { startStripeSim, type RunningStripeSim } from '../index.js';
import { START } from './harness.js';
import { brokenPromises } from './promises.js';

const ROUNDS = Number(process.env.STRIPE_SIM_FUZZ_ROUNDS ?? 12);
const dice = new Ids('fuzz');
const roll = (sides: number): number => Math.floor(dice.chance() * sides);
const oneOf = <T>(things: readonly T[]): T => things[roll(things.length)]!;

const WORDS = [
  '',
  'x',
  'gbp',
  'eur',
  'card',
  'bacs_debit',
  'pm_card_visa',
  'tok_visa',
  'https://example.org/',
  'a@example.org',
  'é✓',
  'winning_evidence',
  '0',
];
const NUMBERS = ['0', '-1', '1', '30', '2000', '99999999', '1e3', '3.5', '1780394400', '1780398000'];

const PREFIX: Record<string, string> = {
  customer: 'cus_',
  payment_method: 'pm_',
  payment_intent: 'pi_',
  setup_intent: 'seti_',
  charge: 'ch_',
  price: 'price_',
  product: 'prod_',
  payout: 'po_',
  mandate: 'mandate_',
};

/** Something a careless caller might send for this parameter: mostly of the right kind, sometimes not. */
function guess(n: number, name: string, path: string, form: [string, string][], ids: string[], depth: number): void {
  if (roll(40) === 0) return void form.push([path, oneOf(WORDS)]);
  const s: Schema = description.schemas[n]!;
  switch (s[0]) {
    case 'o':
      for (const [field, kind] of Object.entries(s[1])) {
        if (s[2]?.includes(field) || roll(depth > 0 ? 4 : 8) === 0) guess(kind, field, `${path}[${field}]`, form, ids, depth + 1);
      }
      return;
    case 'a':
      for (let i = 0; i < roll(3); i++) guess(s[1], name, `${path}[${i}]`, form, ids, depth + 1);
      return;
    case 'm':
      return void form.push([`${path}[k${roll(3)}]`, oneOf(WORDS)]);
    case 'u':
      return guess(oneOf(s.slice(1) as number[]), name, path, form, ids, depth + 1);
    case 'e':
      return void form.push([path, String(oneOf(s.slice(1)))]);
    case 'b':
      return void form.push([path, oneOf(['true', 'false'])]);
    case 'i':
    case 'n':
      return void form.push([path, oneOf(NUMBERS)]);
    default: {
      const own = ids.filter((id) => id.startsWith(PREFIX[name] ?? '?'));
      if (own.length && roll(8)) return void form.push([path, oneOf(own)]);
      form.push([path, s[2] === 'currency' ? oneOf(['gbp', 'eur', 'jpy']) : roll(2) ? oneOf(ids) : oneOf(WORDS)]);
    }
  }
}

const everyId = ({ sim }: RunningStripeSim): string[] => {
  const found = [...sim.store.all()].flatMap((t) => (t.name === 'event' ? [] : t.rows.slice(-6).map((row) => row.id)));
  return found.length ? found : ['none'];
};

/** Ids of the family a path names (`payment_intents`, `sessions` …), now and then of any. */
function idsOf({ sim }: RunningStripeSim, family: string): string[] | undefined {
  if (roll(10) === 0) return undefined;
  const name = family === 'sessions' ? 'checkout.session' : family.replace(/s$/, '');
  const rows = sim.store.table(name).rows.slice(-8);
  return rows.length ? rows.map((row) => row.id) : undefined;
}

const GOOD: [string, string][] = [
  ['payment_intents', 'amount=5000&currency=gbp&payment_method=pm_card_visa&confirm=true'],
  ['payment_intents', 'amount=5000&currency=gbp&payment_method=pm_card_createDispute&confirm=true'],
  ['payment_intents', 'amount=5000&currency=gbp&payment_method=pm_card_bypassPending&confirm=true&capture_method=manual'],
  ['payment_intents', 'amount=5000&currency=gbp&payment_method=pm_card_authenticationRequired&confirm=true'],
  ['payment_intents', 'amount=5000&currency=gbp'],
  ['setup_intents', 'payment_method=pm_card_visa'],
  [
    'checkout/sessions',
    'mode=payment&success_url=https://example.org&line_items[0][quantity]=1&line_items[0][price_data][currency]=gbp&line_items[0][price_data][unit_amount]=900&line_items[0][price_data][product_data][name]=x',
  ],
  ['webhook_endpoints', 'url=http://127.0.0.1:9/&enabled_events[]=payout.paid'],
  ['payment_methods', 'type=bacs_debit&bacs_debit[sort_code]=108800&bacs_debit[account_number]=00012345'],
];

/** Something sensible now and then, so that there are objects to be careless with. */
async function sow({ url }: RunningStripeSim, key: string): Promise<void> {
  const [path, body] = oneOf(GOOD);
  const headers = { authorization: 'Bearer sk_test_fuzz', 'stripe-version': description.version, 'idempotency-key': key };
  await fetch(`${url}/v1/${path}`, { method: 'POST', body, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } });
}

/** All that the account holds, but for the keys and answers of requests. */
const everything = ({ sim }: RunningStripeSim): Map<string, string> =>
  new Map(
    [...sim.store.all()]
      .filter((t) => t.name !== 'answer')
      .flatMap((t) => t.rows.map((row) => [`${t.name} ${row.id}`, t.name === 'event' ? '' : JSON.stringify(row)])),
  );

const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));

describe('Whatever is thrown at it', () => {
  it(`is answered, never with a failure of its own, a refusal leaves no trace, and the money still adds up (${ROUNDS} rounds of every operation)`, async () => {
    const running = await startStripeSim({ seed: 'fuzz', clock: 'frozen', startAt: START });
    const ops = Object.keys(routes);
    const failures: string[] = [];
    const met = new Map<number, number>();
    const traces: string[] = [];
    let before = everything(running);
    for (let n = 0; n < ROUNDS * ops.length; n++) {
      const op = oneOf(ops);
      const [method = '', template = ''] = op.split(' ');
      const ids = everyId(running);
      const form: [string, string][] = [];
      const schema = description.schemas[description.ops[op]!]!;
      if (schema[0] === 'o') {
        for (const [name, kind] of Object.entries(schema[1])) {
          if (schema[2]?.includes(name) || roll(12) === 0) guess(kind, name, name, form, ids, 0);
        }
      }
      const raw = new URLSearchParams(form).toString();
      const path = template.replace(
        /(\w+)\/\{[^}]+\}/g,
        (_, family: string) => `${family}/${encodeURIComponent(oneOf(idsOf(running, family) ?? ids))}`,
      );
      const headers = {
        authorization: 'Bearer sk_test_fuzz',
        'stripe-version': description.version,
        'idempotency-key': `f${n}`,
        'content-type': 'application/x-www-form-urlencoded',
      };
      const response = await fetch(`${running.url}${path}${method === 'GET' && raw ? `?${raw}` : ''}`, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: raw }),
      });
      const text = await response.text();
      met.set(response.status, (met.get(response.status) ?? 0) + 1);
      if (response.status >= 500 && !text.includes('"not_simulated"')) failures.push(`${op} ${raw} → ${text.slice(0, 300)}`);
      const after = everything(running);
      // the bank's no is no refusal: the failed charge stays
      const changed = response.ok || response.status === 402 ? [] : differing(before, after);
      if (changed.length) traces.push(`${op} ${raw} → ${response.status} ${changed.join(', ')}`);
      before = after;
      if (n % 20 === 0) await sow(running, `s${n}`);
      if (n % 50 === 0) await running.sim.moveTo(running.sim.clock.now() + roll(3) * 86_400_000);
      if (n % 20 === 0 || n % 50 === 0) before = everything(running);
    }
    const broken = brokenPromises(running.sim);
    await running.close();
    expect(failures).toEqual([]);
    expect(traces).toEqual([]);
    expect(broken).toEqual([]);
    expect(met.get(200)).toBeGreaterThan(ROUNDS);
  });
});
