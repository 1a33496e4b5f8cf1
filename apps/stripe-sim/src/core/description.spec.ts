import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Stripe from 'stripe';
import { description } from './description.js';
import { routes } from './resources/index.js';

const ROOT = path.resolve(__dirname, '../../../..');

/** Placeholders by place alone, sorted: what they are called differs between the SDK and Stripe. */
const withoutNames = (ops: string[]): string[] => [...new Set(ops.map((op) => op.replace(/\{[^}]+\}/g, '{}')))].sort();

/** `METHOD /v1/…` of every request in the SDK's code. */
function operationsOfSdk(): string[] {
  const folder = path.join(ROOT, 'node_modules/stripe/esm/resources');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const asked = files.flatMap((file) => [
    ...readFileSync(path.join(folder, file), 'utf8').matchAll(/_makeRequest\('(GET|POST|DELETE)', ['`](\/v1\/[^'`]+)['`]/g),
  ]);
  return withoutNames(asked.map(([, method, template]) => `${method} ${template!.replace(/\$\{[^}]+\}/g, '{}')}`));
}

describe('The description', () => {
  it('is of the version that the installed SDK speaks, and was taken from that SDK', () => {
    expect(new Stripe('sk_test_x').getApiField('version')).toBe(description.version);
    const folder = path.join(ROOT, 'node_modules/stripe');
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
    expect(description.sdk).toBe(`npm stripe@${version} ${readFileSync(path.join(folder, 'OPENAPI_VERSION'), 'utf8').trim()}`);
  });

  it('has every operation that the installed SDK can ask for, and no other', () => {
    expect(operationsOfSdk()).toEqual(withoutNames(Object.keys(description.ops)));
  });

  const spec = path.join(ROOT, '../shared/stripe/spec3.json');
  (existsSync(spec) ? it : it.skip)('is what the script makes of the description beside the checkout', () => {
    expect(() => execFileSync(process.execPath, ['scripts/describe-stripe.mjs', spec, '--check'], { cwd: ROOT })).not.toThrow();
  });

  it('has parameters for every operation that is performed', () => {
    const without = Object.keys(routes).filter((op) => description.ops[op] === undefined || description.ops[op] < 0);
    expect(without).toEqual([]);
  });

  it('names every operation of the API', () => {
    expect(Object.keys(description.ops).length).toBeGreaterThan(500);
  });
});
