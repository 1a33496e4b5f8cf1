import { description, type Schema } from './description.js';
import { badParam } from './refusal.js';

/** A decoded parameter: what the description promises its handler. */
export type Param = string | number | boolean | Param[] | { [name: string]: Param };
export type Params = { [name: string]: Param };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const inside = (path: string, name: string): string => (path ? `${path}[${name}]` : name);
const schema = (n: number): Schema => description.schemas[n]!;

/**
 * Gives each form value the type its schema wants, and refuses what the description does not know.
 * Form values are text, lists and records of these (as `qs` decodes them).
 */
export function readParams(op: string, form: unknown): Params {
  return read(description.ops[op]!, form, '') as Params;
}

function read(n: number, value: unknown, path: string): Param {
  const s = schema(n);
  switch (s[0]) {
    case 'o':
      return readObject(s, value, path);
    case 'm':
      return readMap(s[1], value, path);
    case 'a':
      return readList(s[1], value, path);
    case 'u':
      return readChoice(s.slice(1) as number[], value, path);
    default:
      return readScalar(s, value, path);
  }
}

function readObject(s: Extract<Schema, ['o', ...unknown[]]>, value: unknown, path: string): Param {
  if (!isRecord(value)) throw badParam(`Invalid object`, path, value === '' ? 'parameter_invalid_empty' : undefined);
  const out: Params = {};
  for (const name of Object.keys(value)) {
    const field = Object.hasOwn(s[1], name) ? s[1][name] : undefined;
    const at = inside(path, name);
    if (field === undefined) throw badParam(`Received unknown parameter: ${at}`, at, 'parameter_unknown');
    out[name] = read(field, value[name], at);
  }
  for (const name of s[2] ?? []) {
    if (out[name] === undefined) throw badParam(`Missing required param: ${inside(path, name)}.`, inside(path, name), 'parameter_missing');
  }
  return out;
}

function readMap(of: number, value: unknown, path: string): Param {
  if (!isRecord(value)) throw badParam('Invalid object', path);
  const names = Object.keys(value);
  if (/(^|\[)metadata\]?$/.test(path)) checkMetadata(value, names, path);
  return Object.fromEntries(
    names.map((name) => [name, value[name] === '' && schema(of)[0] === 's' ? '' : read(of, value[name], inside(path, name))]),
  );
}

function checkMetadata(value: Record<string, unknown>, names: string[], path: string): void {
  if (names.length > 50) throw badParam('Metadata can have up to 50 keys', path);
  for (const name of names) {
    if (name.length > 40) throw badParam(`Metadata keys can have up to 40 characters: ${name}`, path);
    if (String(value[name]).length > 500) throw badParam(`Metadata values can have up to 500 characters: ${name}`, inside(path, name));
  }
}

function readList(of: number, value: unknown, path: string): Param {
  const items = Array.isArray(value)
    ? value
    : isRecord(value) && Object.keys(value).every((k) => /^\d+$/.test(k))
      ? Object.values(value)
      : undefined;
  if (!items) throw badParam('Invalid array', path, value === '' ? 'parameter_invalid_empty' : undefined);
  return items.map((item, i) => read(of, item, inside(path, String(i))));
}

function readChoice(options: number[], value: unknown, path: string): Param {
  const kinds = options.map((n) => ({ n, s: schema(n) }));
  if (typeof value !== 'string') {
    const wanted = Array.isArray(value) ? ['a'] : ['o', 'm', 'a'];
    const fitting = wanted.flatMap((tag) => kinds.filter((k) => k.s[0] === tag));
    if (!fitting[0]) throw badParam('Invalid value', path);
    return firstThatFits(
      fitting.map((k) => k.n),
      value,
      path,
    );
  }
  const word = kinds.find((k) => k.s[0] === 'e' && k.s.slice(1).map(String).includes(value));
  const kind =
    word ??
    (/^(true|false)$/.test(value) ? kinds.find((k) => k.s[0] === 'b') : undefined) ??
    (/^-?\d+$/.test(value) ? kinds.find((k) => k.s[0] === 'i') : undefined) ??
    (/^-?\d+(\.\d+)?$/.test(value) ? kinds.find((k) => k.s[0] === 'n') : undefined) ??
    kinds.find((k) => k.s[0] === 's') ??
    kinds.find((k) => k.s.join() !== 'e,');
  return read(kind?.n ?? options[0]!, value, path);
}

function firstThatFits(options: number[], value: unknown, path: string): Param {
  let first: unknown;
  for (const n of options) {
    try {
      return read(n, value, path);
    } catch (refusal) {
      first ??= refusal;
    }
  }
  throw first;
}

function readScalar(s: Schema, value: unknown, path: string): Param {
  if (typeof value !== 'string') throw badParam(`Invalid string: ${JSON.stringify(value).slice(0, 80)}`, path);
  if (s[0] === 'e') {
    const words = s.slice(1).map(String);
    if (!words.includes(value)) throw badParam(`Invalid ${path}: must be one of ${words.filter(Boolean).join(', ')}`, path);
    return s.slice(1).includes(value) ? value : value === 'true';
  }
  if (value === '' && s[0] !== 's') throw emptied(path);
  if (s[0] === 'i') {
    if (!/^-?\d{1,15}$/.test(value)) throw badParam(`Invalid integer: ${value.slice(0, 80)}`, path, 'parameter_invalid_integer');
    return Number(value);
  }
  if (s[0] === 'n') {
    if (!/^-?\d{1,15}(\.\d{1,12})?$/.test(value)) throw badParam(`Invalid decimal: ${value.slice(0, 80)}`, path);
    return Number(value);
  }
  if (s[0] === 'b') {
    if (value !== 'true' && value !== 'false') throw badParam(`Invalid boolean: ${value.slice(0, 80)}`, path);
    return value === 'true';
  }
  return readText(s as ['s', number?, string?], value, path);
}

function readText([, longest, format]: ['s', number?, string?], value: string, path: string): string {
  if (value === '') throw emptied(path);
  if (longest && value.length > longest) throw badParam(`Invalid string: must be at most ${longest} characters`, path);
  if (format === 'currency') return readCurrency(value, path);
  if (format === 'decimal' && !/^-?\d+(\.\d+)?$/.test(value)) throw badParam(`Invalid decimal: ${value.slice(0, 80)}`, path);
  return value;
}

const emptied = (path: string) =>
  badParam(
    `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset. You should remove '${path}' from your request or supply a non-empty value.`,
    path,
    'parameter_invalid_empty',
  );

const currencies = new Set(Intl.supportedValuesOf('currency').map((c) => c.toLowerCase()));

function readCurrency(value: string, path: string): string {
  const code = value.toLowerCase();
  if (!currencies.has(code)) throw badParam(`Invalid currency: ${value.slice(0, 10)}. Stripe does not support this currency.`, path);
  return code;
}
