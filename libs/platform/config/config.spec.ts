import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config.js';

const RANDOM = 'mLq2x9ZtR7vB4nK8sW1yF6hJ3dG5pCeA';
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://wgt_app@db/wegettogether',
  STRIPE_SECRET_KEY: 'sk_test_abcdefghijkl',
  STRIPE_WEBHOOK_SECRET: 'whsec_abcdefghijklmnop',
  SESSION_SECRET: RANDOM,
  PUBLIC_URL: 'https://events.example.org',
};

describe('settings', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'settings-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read once, each of them from a file where one is named', () => {
    for (const name of ['SESSION_SECRET', 'STRIPE_SECRET_KEY', 'DATABASE_URL'] as const)
      writeFileSync(join(folder, name), `${PRODUCTION[name]}\n`);
    const file = (name: string) => ({ [name]: undefined, [`${name}_FILE`]: join(folder, name) });
    const read = readConfig({
      ...PRODUCTION,
      ...file('SESSION_SECRET'),
      ...file('STRIPE_SECRET_KEY'),
      ...file('DATABASE_URL'),
      TRUST_PROXY: '1',
    });
    expect(read).toEqual(readConfig({ ...PRODUCTION, TRUST_PROXY: '1' }));
    expect(read.http.trustProxy).toBe(1);
  });

  it.each([
    ['SESSION_SECRET', 'too short'],
    ['SESSION_SECRET', 'only-for-development-not-a-secret-at-all'],
    ['SESSION_SECRET', 'a'.repeat(40)],
    ['SESSION_SECRET', undefined],
    ['SESSION_SECRET_FILE', '/there/is/no/such/file'],
    ['STRIPE_SECRET_KEY', undefined],
    ['STRIPE_SECRET_KEY', 'banana'],
    ['STRIPE_SECRET_KEY', 'sk_live_abcdefghijkl'],
    ['STRIPE_WEBHOOK_SECRET', undefined],
    ['STRIPE_WEBHOOK_SECRET', ','],
    ['STRIPE_WEBHOOK_SECRET', 'x'],
    ['STRIPE_WEBHOOK_SECRET', 'whsec_simulator'],
    ['STRIPE_API_BASE', 'banana'],
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_OWNER_URL', 'x'],
    ['DATABASE_REPLICA_URL', 'x'],
    ['DATABASE_POOL', '1'],
    ['PUBLIC_URL', 'ftp://events.example.org'],
    ['PUBLIC_URL', 'https://events.example.org/'],
    ['PUBLIC_URL', 'https://who:what@events.example.org'],
    ['PUBLIC_URL', 'https://events.example.org?x=1'],
    ['PUBLIC_URL', 'http://events.example.org'],
    ['SMTP_URL', 'mail.example.org'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['PORT', '99999'],
    ['WORKER', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', '1'],
    ['WORKER_SILENCE', 'long'],
    ['OIDC_ISSUER', 'https://id.example.org'],
    ['OUTBOUND_FETCH', 'on'],
    ['RATE_LIMITS', 'off'],
    ['CLOCK', 'frozen:2026-06-01T12:00:00Z'],
    ['CLOCK', 'sundial'],
  ])('stop the start with one sentence: %s = %s in production', (name, value) => {
    const read = (): unknown => readConfig({ ...PRODUCTION, [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/^[A-Z][^\n]*\.$/);
  });

  it('let a development start with next to nothing', () => {
    const { runtime, http, stripe } = readConfig({ DATABASE_URL: 'postgresql://localhost/x', STRIPE_API_BASE: 'http://127.0.0.1:1' });
    expect(runtime).toMatchObject({ production: false, worker: 'inline', demo: false });
    expect(http).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000', trustProxy: undefined, rateLimits: true });
    expect(stripe.webhookSecrets).toEqual(['whsec_simulator']);
  });
});
