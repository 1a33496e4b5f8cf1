import type { ContractSchema } from '../contract.js';
import type { Dice } from './dice.js';
import type { Memory } from './memory.js';
import type { Plausible } from './plausible.js';

type Fields = Record<string, unknown>;
type Place = { holder: Fields; key: string; schema: ContractSchema };

/** Values put where a field stands, by what they try. */
const INSTEAD: Record<string, (place: Place) => unknown> = {
  null: () => null,
  'a number': () => 7,
  'a text': () => 'seven',
  'a flag': () => true,
  'an empty list': () => [],
  'a list of it': ({ holder, key }) => [holder[key]],
  'a list of null': () => [null],
  'an empty object': () => ({}),
  'an empty text': () => '',
  blanks: () => '   ',
  'a text too long': ({ schema }) => 'x'.repeat((schema.maxLength ?? 300) + 1),
  NUL: () => 'a\0b',
  'a lone surrogate': () => 'a\ud800b',
  'a script': () => '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'line breaks': ({ schema }) => `Eve\r\nBcc: all@example.org${' '.repeat(Math.max(0, (schema.minLength ?? 0) - 26))}.`,
  'a format string': () => "%s%n${7*7}{{7*7}}'; drop table events.event; --",
  'right-to-left and joined signs': () => '\u202e\u200d👩‍👩‍👧‍👦\ufeff\u0301\u0301',
  'a negative number': () => -1,
  zero: () => 0,
  'one above the most': ({ schema }) => (schema.maximum ?? 100) + 1,
  'the most': ({ schema }) => schema.maximum ?? 100,
  'the least': ({ schema }) => schema.minimum ?? 0,
  '2^31': () => 2_147_483_648,
  '2^53': () => 9_007_199_254_740_992,
  '1e308': () => 1e308,
  'a fraction': () => 1.5,
  'a number as text': () => '1',
  'another word': () => 'no_such_word',
  'another currency': () => 'JPY',
  'a day that never was': () => '2026-02-31',
  'year zero': () => '0000-00-00',
  'an instant long gone': () => '1970-01-01T00:00:00Z',
  'an hour that never was': () => '2026-06-01T25:61',
  'the end of time': () => '9999-12-31T23:59:59Z',
  'a far day': () => '9999-12-31',
  'an id of nothing': () => '00000000-0000-4000-8000-000000000000',
  'a broken id': () => '00000000-0000-0000-0000-00000000000g',
  'a huge list': ({ holder, key }) => Array.from({ length: 1_000 }, () => (Array.isArray(holder[key]) ? (holder[key] as unknown[])[0] : 1)),
  'nested 25 deep': () => JSON.parse(`${'['.repeat(25)}1${']'.repeat(25)}`) as unknown,
  'a script as address': () => 'javascript:alert(1)',
};

/** What is done to a whole body. */
const WHOLE: Record<string, (body: Fields) => unknown> = {
  'an unknown field': (body) => ({ ...body, isAdmin: true }),
  'a field named constructor': (body) => ({ ...body, constructor: { prototype: { isAdmin: true } } }),
  'a field named toString': (body) => ({ ...body, toString: 1 }),
  'a list of bodies': (body) => [body],
  'no fields': () => ({}),
  'null as body': () => null,
  'a text as body': () => 'text',
};

/** Texts sent instead of JSON. */
const RAW: Record<string, string> = {
  'broken JSON': '{"a":',
  'no JSON at all': 'a=b',
  'an empty body': '',
  __proto__: '{"__proto__":{"isAdmin":true}}',
  'nested 5,000 deep': `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  '200 kB': `{"text":"${'x'.repeat(200_000)}"}`,
  '9,000 keys': `{${Array.from({ length: 9_000 }, (_, i) => `"k${i}":1`).join()}}`,
};

export interface Mutated {
  what: string;
  /** Sent as it is. */
  text: string;
  /** The body as JSON means it; undefined where the text is no JSON. */
  body?: unknown;
}

/** Ways of spoiling a body that is fine: each says what it did. */
export class Mutations {
  constructor(
    private readonly dice: Dice,
    private readonly plausible: Plausible,
    private readonly foreign: Memory,
  ) {}

  /** So many fields with a strange value each, every whole-body and every raw trick once, a missing field, a foreign id. */
  *of(schema: ContractSchema, fieldTricks: number): Generator<Mutated> {
    const fresh = (): Fields => this.plausible.of(schema) as Fields;
    const tricks = Object.keys(INSTEAD);
    for (let i = 0; i < fieldTricks; i += 1) {
      const body = fresh();
      const places = this.places(schema, body);
      if (!places.length) continue;
      const place = this.dice.pick(places);
      const trick = this.dice.pick(tricks);
      place.holder[place.key] = INSTEAD[trick]!(place);
      yield json(`${place.key}: ${trick}`, body);
    }
    for (const [what, change] of Object.entries(WHOLE)) yield json(what, change(fresh()));
    for (const [what, text] of Object.entries(RAW)) yield { what, text };
    yield* this.without(schema, fresh);
    yield* this.foreignIds(schema, fresh());
  }

  private *without(schema: ContractSchema, fresh: () => Fields): Generator<Mutated> {
    for (const name of this.plausible.resolve(schema).required ?? []) {
      const body = fresh();
      delete body[name];
      yield json(`without ${name}`, body);
    }
  }

  private *foreignIds(schema: ContractSchema, body: Fields): Generator<Mutated> {
    for (const { holder, key } of this.places(schema, body).filter((p) => p.schema.format === 'uuid')) {
      const others = this.foreign.of(key.replace(/Ids?$/, ''));
      if (!others.length) continue;
      const before = holder[key];
      holder[key] = this.dice.pick(others);
      yield json(`${key}: of another event`, body);
      holder[key] = before;
    }
  }

  /** Every field that a body has, however deep. */
  private places(given: ContractSchema, body: unknown): Place[] {
    const schema = this.plausible.resolve(given);
    if (Array.isArray(body)) return schema.items ? body.flatMap((item) => this.places(schema.items!, item)) : [];
    if (typeof body !== 'object' || body === null) return [];
    return Object.entries(schema.properties ?? {}).flatMap(([key, part]) => {
      if (!(key in body)) return [];
      const holder = body as Fields;
      return [{ holder, key, schema: this.plausible.resolve(part) }, ...this.places(part, holder[key])];
    });
  }
}

const json = (what: string, body: unknown): Mutated => ({
  what,
  text: JSON.stringify(body),
  body: JSON.parse(JSON.stringify(body)) as unknown,
});
