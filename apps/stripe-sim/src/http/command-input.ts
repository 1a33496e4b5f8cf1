import { REQUEST_ACTIONS, WEBHOOK_ACTIONS } from '../core/fault-rules.js';
import { UK_FEES } from '../core/fees.js';
import { invalid } from '../core/refusal.js';

/** A kind of value, and what it is called in a refusal. */
interface Kind {
  called: string;
  fits(value: unknown): boolean;
}

const kind = (called: string, fits: (value: unknown) => boolean): Kind => ({ called, fits });
const isNumber = (v: unknown): v is number => typeof v === 'number' && Number.isFinite(v);
const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
const isText = (v: unknown): v is string => typeof v === 'string';

const TEXT = kind('text', isText);
const FLAG = kind('true or false', (v) => typeof v === 'boolean');
const WHOLE = kind('a whole number from 0', (v) => isNumber(v) && Number.isInteger(v) && v >= 0);
const WHOLE_FROM_1 = kind('a whole number from 1', (v) => WHOLE.fits(v) && v !== 0);
const CHANCE = kind('a number from 0 to 1', (v) => isNumber(v) && v >= 0 && v <= 1);
const SKEW = kind('seconds, before or after', isNumber);
const TEXTS = kind('a list of text', (v) => Array.isArray(v) && v.every(isText));
const TEXT_BY_NAME = kind('text by name', (v) => isRecord(v) && Object.values(v).every(isText));
const RATES = kind('numbers by currency', (v) => isRecord(v) && Object.values(v).every((n) => isNumber(n) && n > 0));
const word = (...words: string[]): Kind => kind(`one of ${words.join(', ')}`, (v) => isText(v) && words.includes(v));
const either = (...kinds: Kind[]): Kind => kind(kinds.map((k) => k.called).join(', or '), (v) => kinds.some((k) => k.fits(v)));

const PLACES = kind('a list of places', (v) => Array.isArray(v) && v.every((n) => Number.isInteger(n)));
const ORDER = either(word('reverse', 'shuffle'), PLACES);
const AMOUNTS = kind('amounts by currency', (v) => isRecord(v) && Object.values(v).every((n) => WHOLE.fits(n)));
const isRule = (v: unknown): boolean => isRecord(v) && WHOLE.fits(v.rate) && AMOUNTS.fits(v.fixed);
const FEES = kind(
  `a price list: {classes: {${Object.keys(UK_FEES.classes).join(', ')}: {rate, fixed}}, dispute, taxRate}`,
  (v) =>
    isRecord(v) &&
    isRecord(v.classes) &&
    Object.keys(UK_FEES.classes).every((name) => isRule((v.classes as Record<string, unknown>)[name])) &&
    AMOUNTS.fits(v.dispute) &&
    (v.taxRate === undefined || WHOLE.fits(v.taxRate)),
);

const CHOICE = { ids: TEXTS, type: TEXT };
const MATCH: Fields = { method: TEXT, path: TEXT, body: TEXT, type: TEXT, nth: WHOLE_FROM_1, every: WHOLE_FROM_1, times: WHOLE, p: CHANCE };
const NOTHING: Fields = {};

type Fields = { [name: string]: Kind };

/** What each command may be told; a command that is not here is told nothing. */
const TOLD: Record<string, Fields> = {
  'POST reset': { seed: TEXT },
  'POST clock': { freeze: either(FLAG, WHOLE), thaw: FLAG, advance: WHOLE, to: WHOLE },
  'POST config': {
    country: TEXT,
    currency: TEXT,
    statementPrefix: TEXT,
    settlementDays: kind('0 to 31', (v) => WHOLE.fits(v) && (v as number) <= 31),
    settlementCurrencies: either(
      TEXTS,
      kind('null', (v) => v === null),
    ),
    fx: RATES,
    fees: FEES,
    captureDelay: WHOLE,
    disputeDelay: WHOLE,
    disputeDecision: WHOLE,
    refundDelay: WHOLE,
    searchLag: WHOLE,
    minimumPayout: WHOLE,
    redirect: word('before', 'with', 'after'),
  },
  'POST faults': {
    action: word(...REQUEST_ACTIONS, ...WEBHOOK_ACTIONS),
    match: kind('what it is about', isRecord),
    status: kind('500 to 599', (v) => WHOLE.fits(v) && (v as number) >= 500 && (v as number) <= 599),
    ms: WHOLE,
    copies: WHOLE_FROM_1,
    order: ORDER,
    size: WHOLE_FROM_1,
    how: word('wrong_signature', 'old_timestamp', 'foreign_account', 'livemode', 'api_version', 'skew'),
    skew: SKEW,
    should_retry: FLAG,
  },
  'POST webhooks/mode': { mode: word('auto', 'held') },
  'POST webhooks/deliver': { ...CHOICE, count: WHOLE },
  'POST webhooks/drop': CHOICE,
  'POST webhooks/duplicate': CHOICE,
  'POST webhooks/reorder': { ...CHOICE, order: ORDER },
  'POST checkout/*/complete': {
    card: TEXT,
    authenticate: FLAG,
    email: TEXT,
    name: TEXT,
    phone: TEXT,
    address: TEXT_BY_NAME,
    custom_fields: TEXT_BY_NAME,
    promotions: FLAG,
    bacs_debit: TEXT_BY_NAME,
  },
  'POST disputes': { charge: TEXT, kind: word('chargeback', 'inquiry', 'debit_return'), reason: TEXT, amount: WHOLE_FROM_1 },
  'POST payouts/run': { currency: TEXT },
  'POST payouts/reconciliation': { hold: FLAG },
  'POST payouts/fail': { payout: TEXT, code: TEXT },
  'POST bank_transfer': { customer: TEXT, amount: WHOLE_FROM_1, currency: TEXT, reference: TEXT },
  'POST card/*': { now_behaves_as: TEXT, updated_by_bank: FLAG },
  'POST recording': { on: FLAG, clear: FLAG },
};

const NEEDED: Record<string, string[]> = {
  'POST faults': ['action'],
  'POST webhooks/mode': ['mode'],
  'POST disputes': ['charge'],
  'POST bank_transfer': ['customer', 'amount'],
};

/** The body of a command, or a refusal that names what is unknown, missing or of the wrong kind: a slip would pass for a command. */
export function readCommand(command: string, raw: string): Record<string, unknown> {
  const body: unknown = raw ? JSON.parse(raw) : {};
  if (!isRecord(body)) throw invalid('A command takes a JSON object.');
  check(body, TOLD[command] ?? NOTHING, '');
  for (const name of NEEDED[command] ?? []) if (body[name] === undefined) throw invalid(`${command} needs ${name}.`, { param: name });
  if (command === 'POST faults' && isRecord(body.match)) check(body.match, MATCH, 'match.');
  return body;
}

function check(body: Record<string, unknown>, fields: Fields, at: string): void {
  for (const [name, value] of Object.entries(body)) {
    const wanted = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const param = `${at}${name}`;
    if (!wanted) throw invalid(`Unknown: ${param}. Known here: ${Object.keys(fields).join(', ') || 'nothing'}.`, { param });
    if (!wanted.fits(value)) throw invalid(`${param} must be ${wanted.called}.`, { param });
  }
}
