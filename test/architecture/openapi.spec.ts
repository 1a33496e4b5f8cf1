import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import { type ContractSchema, operationsOf, readContract, schemasOf } from '../support/contract.js';
import { allRoutes } from '../support/routes.js';

const ROOT = join(__dirname, '../..');
const contract = readContract();
const operations = operationsOf(contract);

/** Where a schema leaves something unbounded, in words. */
function looseness(schema: ContractSchema, at: string): string[] {
  if (schema.$ref) return [];
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  const inner = [
    ...[...(schema.allOf ?? []), ...(schema.anyOf ?? [])].filter((part) => part.type !== 'null').flatMap((part) => looseness(part, at)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => looseness(part, `${at}.${name}`)),
    ...(schema.items ? looseness(schema.items, `${at}[]`) : []),
  ];
  const loose = (says: boolean, what: string): string[] => (says ? [] : [`${at}: ${what}`]);
  const bounded = schema.enum !== undefined || schema.const !== undefined;
  if (types.includes('string'))
    inner.push(...loose(bounded || schema.maxLength !== undefined || Boolean(schema.pattern ?? schema.format), 'a string without an end'));
  if (types.includes('number') || types.includes('integer'))
    inner.push(...loose(bounded || (schema.minimum !== undefined && schema.maximum !== undefined), 'a number without bounds'));
  if (types.includes('array')) inner.push(...loose(schema.maxItems !== undefined, 'a list without an end'));
  if (types.includes('object')) inner.push(...loose(schema.additionalProperties === false, 'an object open to anything'));
  return inner.concat(loose(types.length > 0 || Boolean(schema.allOf ?? schema.anyOf ?? schema.enum), 'no type'));
}

describe('the contract (openapi.json)', () => {
  it('is what the routes say: writing it anew changes nothing', async () => {
    const script = join(ROOT, 'dist/contract/apps/api/src/openapi.js');
    expect([script, existsSync(script)]).toEqual([script, true]);
    const folder = mkdtempSync(join(tmpdir(), 'contract-'));
    try {
      const fresh = join(folder, 'openapi.json');
      await promisify(execFile)(process.execPath, [script, fresh], { cwd: ROOT });
      expect(JSON.parse(readFileSync(fresh, 'utf8'))).toEqual(contract);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('lists the routes of the router, and only those marked as excluded are missing', () => {
    const routes = allRoutes().map((r) => ({ line: `${r.method} ${r.path.replace(/:(\w+)/g, '{$1}')}`, excluded: r.excluded }));
    const documented = operations.map((o) => `${o.method.toUpperCase()} ${o.path}`).sort();
    expect(documented).toEqual(
      routes
        .filter((r) => !r.excluded)
        .map((r) => r.line)
        .sort(),
    );
  });

  it('says of each operation who may call it', () => {
    expect(operations.filter((o) => !o['x-roles']?.length).map((o) => o.operationId)).toEqual([]);
  });

  it('names every parameter of a path', () => {
    const named = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!);
    const missing = operations.flatMap((o) =>
      named(o.path).filter((name) => !o.parameters?.some((p) => p.in === 'path' && p.name === name && p.required)),
    );
    expect(missing).toEqual([]);
  });

  it('bounds everything that comes in: texts, numbers, lists, objects', () => {
    const bodies = schemasOf(
      contract,
      operations.flatMap((o) => o.requestBody ?? []),
    );
    const loose = [
      ...[...bodies].flatMap(([name, schema]) => looseness(schema, name)),
      ...operations.flatMap((o) => (o.parameters ?? []).flatMap((p) => looseness(p.schema, `${o.operationId}(${p.name})`))),
    ];
    expect(loose).toEqual([]);
  });

  it('shows nothing of an object that it does not describe', () => {
    const open = Object.entries(contract.components.schemas).filter(([, s]) => s.type === 'object' && s.additionalProperties !== false);
    expect(open.map(([name]) => name)).toEqual([]);
  });

  it('describes every field that the validators know, each class under a name of its own', () => {
    const storage = getMetadataStorage() as unknown as {
      validationMetadatas: Map<object, { propertyName: string; target: { name: string } }[]>;
    };
    const sent = schemasOf(
      contract,
      operations.flatMap((o) => o.requestBody ?? []),
    );
    const classes = [...storage.validationMetadatas].filter(([target]) => sent.has((target as { name: string }).name));
    const names = classes.map(([target]) => (target as { name: string }).name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    const dropped = classes.flatMap(([target, rules]) =>
      rules
        .filter((rule) => !sent.get((target as { name: string }).name)!.properties?.[rule.propertyName])
        .map((rule) => `${rule.target.name}.${rule.propertyName}`),
    );
    expect(dropped).toEqual([]);
  });
});

describe('the fence around the contract', () => {
  it.each([
    [{ type: 'string' }, 'a string without an end'],
    [{ type: ['string', 'null'] }, 'a string without an end'],
    [{ type: 'integer', minimum: 0 }, 'a number without bounds'],
    [{ type: 'array', items: { type: 'boolean' } }, 'a list without an end'],
    [{ type: 'object', properties: {} }, 'an object open to anything'],
    [{}, 'no type'],
  ] as [ContractSchema, string][])('bites on %j', (schema, what) => {
    expect(looseness(schema, 'planted')).toContain(`planted: ${what}`);
  });
});
