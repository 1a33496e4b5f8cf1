#!/usr/bin/env node
// describe-stripe.mjs SPEC [--check]
//
// Boils Stripe's OpenAPI description (megabytes) down to what the simulator needs at run time, and writes it to
// apps/stripe-sim/src/core/description.data.ts. With --check it writes nothing and exits 1 when the committed file
// is not what it would write.
//
//   ops      every operation of the description: "POST /v1/refunds" -> the number of its parameter schema,
//            or -1 for an operation that the simulator only names (501)
//   schemas  parameter schemas, each written once and referred to by number (see core/description.ts)
//   blanks   for each kind of object, its required fields with the emptiest value allowed
//   answers  what an operation answers with: a kind, or [kind] for a list of them
//   expand   for each kind of object, what expand[] may reach
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const target = path.join(path.dirname(fileURLToPath(import.meta.url)), '../apps/stripe-sim/src/core/description.data.ts');

const DESCRIBED = [
  /^\/v1\/(customers|payment_methods|checkout\/sessions|setup_intents|setup_attempts|payment_intents|charges|mandates|refunds|disputes)(\/|$)/,
  /^\/v1\/(balance|balance_transactions|balance_settings|payouts|events|webhook_endpoints|products|prices|account)(\/|$)/,
  /^\/v1\/test_helpers\/(customers|refunds|test_clocks)(\/|$)/,
  /^\/v1\/radar\/early_fraud_warnings(\/|$)/,
];

const KINDS = [
  'account',
  'balance',
  'balance_settings',
  'balance_transaction',
  'bank_account',
  'cash_balance',
  'charge',
  'checkout.session',
  'customer',
  'customer_cash_balance_transaction',
  'deleted_customer',
  'deleted_product',
  'deleted_webhook_endpoint',
  'deleted_test_helpers.test_clock',
  'dispute',
  'event',
  'funding_instructions',
  'item',
  'mandate',
  'payment_intent',
  'payment_method',
  'payout',
  'price',
  'product',
  'radar.early_fraud_warning',
  'refund',
  'setup_attempt',
  'setup_intent',
  'test_helpers.test_clock',
  'webhook_endpoint',
];

export function describe(spec) {
  const components = spec.components.schemas;
  const nameOf = (ref) => ref.slice('#/components/schemas/'.length);
  const deref = (s) => {
    let x = s;
    while (x?.$ref) x = components[nameOf(x.$ref)];
    return x ?? {};
  };

  const schemas = [];
  const numbers = new Map();
  const intern = (node) => {
    const key = JSON.stringify(node);
    if (!numbers.has(key)) {
      numbers.set(key, schemas.length);
      schemas.push(node);
    }
    return numbers.get(key);
  };

  // s string, i integer, n number, b boolean, e enum, a array, o object, m map, u union
  function compact(raw) {
    const s = deref(raw);
    const options = s.anyOf ?? s.oneOf;
    if (options) return intern(['u', ...new Set(options.map(compact))]);
    if (s.enum) return intern(['e', ...s.enum]);
    if (s.type === 'array') return intern(['a', compact(s.items ?? {})]);
    if (s.type === 'object' || s.properties) {
      if (s.properties && s.additionalProperties !== true && typeof s.additionalProperties !== 'object') {
        const fields = Object.fromEntries(Object.entries(s.properties).map(([k, v]) => [k, compact(v)]));
        return intern(s.required?.length ? ['o', fields, s.required] : ['o', fields]);
      }
      return intern(['m', typeof s.additionalProperties === 'object' ? compact(s.additionalProperties) : intern(['s'])]);
    }
    const tag = { integer: 'i', number: 'n', boolean: 'b' }[s.type] ?? 's';
    if (tag === 's' && (s.maxLength || s.format)) return intern(['s', s.maxLength ?? 0, ...(s.format ? [s.format] : [])]);
    if (tag === 'i' && s.format) return intern(['i', s.format]);
    return intern([tag]);
  }

  const ops = {};
  const answers = {};
  const firstRef = (s) => s?.$ref ?? (s?.anyOf ?? s?.oneOf ?? []).find((o) => o.$ref)?.$ref;
  for (const [template, item] of Object.entries(spec.paths)) {
    for (const [method, op] of Object.entries(item)) {
      const name = `${method.toUpperCase()} ${template}`;
      if (!DESCRIBED.some((d) => d.test(template))) {
        ops[name] = -1;
        continue;
      }
      const answer = op.responses?.['200']?.content?.['application/json']?.schema ?? {};
      const listed = firstRef(answer.properties?.data?.items);
      if (listed) answers[name] = `[${nameOf(listed)}]`;
      else if (firstRef(answer)) answers[name] = nameOf(firstRef(answer));
      const body = Object.entries(op.requestBody?.content ?? {}).find(([type]) => /urlencoded|multipart/.test(type))?.[1].schema;
      const query = (op.parameters ?? []).filter((p) => p.in === 'query');
      ops[name] = compact(
        method === 'post'
          ? (body ?? { type: 'object', properties: {} })
          : {
              type: 'object',
              properties: Object.fromEntries(query.map((p) => [p.name, p.schema])),
              required: query.filter((p) => p.required).map((p) => p.name),
            },
      );
    }
  }

  const kindOf = (ref) => nameOf(ref);
  function blank(raw, depth = 0) {
    if (raw.nullable) return null;
    const s = deref(raw);
    if (s.nullable) return null;
    const options = s.anyOf ?? s.oneOf;
    if (options) return blank(options[0], depth);
    if (s.enum) return s.enum[0];
    if (s.type === 'array') return [];
    if (s.type === 'object' || s.properties) {
      return depth > 6 ? {} : Object.fromEntries((s.required ?? []).map((k) => [k, blank(s.properties[k], depth + 1)]));
    }
    return { boolean: false, string: '', integer: 0, number: 0 }[s.type] ?? null;
  }

  // [kinds] an id that can become one of them; "kind" embedded whole; {…} a plain object on the way
  const known = new Set(KINDS);
  const namesIn = (ref) => {
    const inner = components[kindOf(ref)] ?? {};
    const options = known.has(kindOf(ref)) ? undefined : (inner.anyOf ?? inner.oneOf);
    return options ? options.filter((o) => o.$ref).flatMap((o) => namesIn(o.$ref)) : [kindOf(ref)];
  };
  function reach(raw, depth) {
    if (depth > 5) return undefined;
    if (raw.$ref) return known.has(kindOf(raw.$ref)) ? kindOf(raw.$ref) : reach(components[kindOf(raw.$ref)] ?? {}, depth + 1);
    const options = raw.anyOf ?? raw.oneOf;
    if (options) {
      const refs = options.filter((o) => o.$ref).flatMap((o) => namesIn(o.$ref));
      if (options.some((o) => o.type === 'string') && refs.length) return refs.filter((k) => known.has(k));
      return refs.length === 1
        ? reach(
            options.find((o) => o.$ref),
            depth,
          )
        : undefined;
    }
    if (raw.type === 'array') return reach(raw.items ?? {}, depth);
    if (!raw.properties) return undefined;
    const found = Object.entries(raw.properties)
      .map(([k, v]) => [k, reach(v, depth + 1)])
      .filter(([, v]) => v !== undefined);
    return found.length ? Object.fromEntries(found) : undefined;
  }

  const kinds = KINDS.filter((k) => components[k]);
  return {
    version: spec.info.version,
    sdk: `${spec.info['x-source']} ${spec.info['x-openapi-tag']}`,
    ops,
    schemas,
    answers,
    events: Object.keys(components.event['x-dataObject']),
    blanks: Object.fromEntries(kinds.map((k) => [k, blank(components[k])])),
    expand: Object.fromEntries(kinds.map((k) => [k, reach({ ...components[k] }, 0) ?? {}])),
  };
}

export const render = (description) =>
  `// Written by scripts/describe-stripe.mjs from Stripe's API description; do not edit.\n` +
  `export const descriptionJson =\n  ${JSON.stringify(JSON.stringify(description))
    .replace(/^"|"$/g, "'")
    .replace(/\\"/g, '"')
    .replace(/(?<=.)'(?=.)/g, "\\'")};\n`;

const [, script, ...args] = process.argv;
if (script && fs.realpathSync(script) === fileURLToPath(import.meta.url)) {
  const file = args.find((a) => !a.startsWith('-'));
  if (!file) {
    console.error('usage: node scripts/describe-stripe.mjs SPEC3.JSON [--check]');
    process.exit(2);
  }
  const text = render(describe(JSON.parse(fs.readFileSync(file, 'utf8'))));
  if (args.includes('--check')) {
    const current = fs.existsSync(target) && fs.readFileSync(target, 'utf8') === text;
    console.log(current ? 'The description is current.' : 'The description is not current: run node scripts/describe-stripe.mjs SPEC');
    process.exit(current ? 0 : 1);
  }
  fs.writeFileSync(target, text);
  console.log(`wrote ${path.relative(process.cwd(), target)} (${Math.round(text.length / 1024)} KB)`);
}
