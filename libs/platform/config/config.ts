import { ConfigError, type Env, type Text, address, oneOf, origin, proxies, textOf, wholeNumber } from './values.js';

/** Where people and Stripe reach us. */
export class HttpConfig {
  constructor(
    readonly port: number,
    /** Origin without a slash at its end; links in mails start with it. */
    readonly publicUrl: string,
    /** Proxies whose forwarding header is believed: their addresses, or how many there are; undefined = none. */
    readonly trustProxy: string | number | undefined,
    readonly rateLimits: boolean,
  ) {}
}

export class DatabaseConfig {
  constructor(
    /** Connection of the restricted role that serves requests. */
    readonly url: string,
    /** Connection of the owner role: migrations and the job queue's own schema. */
    readonly ownerUrl: string,
    readonly replicaUrl: string | undefined,
    readonly poolSize: number,
    /** How long a request or a job waits for a free connection before it gives up, in milliseconds. */
    readonly waitMs: number,
  ) {}
}

export class StripeConfig {
  constructor(
    readonly secretKey: string,
    /** Accepted webhook secrets: two while one is being rotated. */
    readonly webhookSecrets: readonly string[],
    /** Address of the simulator; undefined = Stripe itself. */
    readonly apiBase: string | undefined,
    /** Bearer token of the simulator's control interface. */
    readonly simulatorToken: string | undefined,
  ) {}
}

export class MailConfig {
  constructor(
    /** Absent: mails stay in the database and are read at /dev/mail. */
    readonly smtpUrl: string | undefined,
    readonly from: string,
  ) {}
}

export class RuntimeConfig {
  constructor(
    readonly production: boolean,
    readonly demo: boolean,
    readonly worker: 'inline' | 'off',
    readonly frozenAt: Date | undefined,
    readonly logLevel: string,
    /** Signs links of guests and cursors of our own; at least 32 characters. */
    readonly sessionSecret: string,
    /** How long workers may be silent before we are not ready, in milliseconds; 0: none is expected. */
    readonly workerSilenceMs = 300_000,
  ) {}
}

const DEVELOPMENT_SECRET = 'only-for-development-not-a-secret-at-all';
const SIMULATOR_SECRET = 'whsec_simulator';
const MIN_WEBHOOK_SECRET = 20;

export interface Config {
  http: HttpConfig;
  database: DatabaseConfig;
  stripe: StripeConfig;
  mail: MailConfig;
  runtime: RuntimeConfig;
}

export { ConfigError };

/** Reads and checks every setting once, at start. Any variable may come from a file named by `<NAME>_FILE`. */
export function readConfig(env: Env): Config {
  refuseUnbuilt(env);
  const text = textOf(env);
  const production = env.NODE_ENV === 'production';
  const port = wholeNumber('PORT', text('PORT') ?? '3000', 0, 65_535);
  const demo = oneOf('DEMO', text('DEMO') ?? '0', ['0', '1']) === '1';
  if (demo && production) throw new ConfigError('DEMO=1 is refused in production: its passwords are public.');
  const rateLimits = oneOf('RATE_LIMITS', text('RATE_LIMITS') ?? 'on', ['on', 'off']) === 'on';
  if (!rateLimits && production) throw new ConfigError('RATE_LIMITS=off is refused in production.');
  const publicUrl = origin('PUBLIC_URL', text('PUBLIC_URL') ?? `http://localhost:${port}`, production);
  return {
    http: new HttpConfig(port, publicUrl, proxies('TRUST_PROXY', text('TRUST_PROXY')), rateLimits),
    database: readDatabase(text),
    stripe: readStripe(text, production),
    mail: new MailConfig(
      address('SMTP_URL', text('SMTP_URL'), 'smtp', 'smtps'),
      text('MAIL_FROM') ?? 'WeGetTogether <hello@wegettogether.example>',
    ),
    runtime: new RuntimeConfig(
      production,
      demo,
      oneOf('WORKER', text('WORKER') ?? 'inline', ['inline', 'off']),
      readFrozen(text('CLOCK'), production),
      oneOf('LOG_LEVEL', text('LOG_LEVEL') ?? 'info', ['trace', 'debug', 'info', 'warn', 'error', 'silent']),
      readSecret(text('SESSION_SECRET'), production),
      wholeNumber('WORKER_SILENCE', text('WORKER_SILENCE') ?? '300', 0, 86_400) * 1_000,
    ),
  };
}

/** What is planned and not there: a setting for it that did nothing would be believed. */
function refuseUnbuilt(env: Env): void {
  const [oidc] = Object.keys(env).filter((name) => name.startsWith('OIDC_') && env[name]);
  if (oidc) throw new ConfigError(`${oidc} is set, but signing in through OpenID Connect is not there yet: take it out.`);
  const fetch = env.OUTBOUND_FETCH ?? env.OUTBOUND_FETCH_FILE;
  if (fetch && fetch !== 'off')
    throw new ConfigError('OUTBOUND_FETCH can only be off: nothing is fetched from addresses that people name.');
}

function readDatabase(text: Text): DatabaseConfig {
  const url = text('DATABASE_URL');
  if (!url) throw new ConfigError('DATABASE_URL is missing: start with `npm start` for the embedded PostgreSQL, or name one.');
  const server = (name: string): string | undefined => address(name, text(name), 'postgresql', 'postgres');
  const size = wholeNumber('DATABASE_POOL', text('DATABASE_POOL') ?? '16', 2, 200);
  const wait = wholeNumber('DATABASE_WAIT', text('DATABASE_WAIT') ?? '2000', 100, 60_000);
  return new DatabaseConfig(server('DATABASE_URL') ?? url, server('DATABASE_OWNER_URL') ?? url, server('DATABASE_REPLICA_URL'), size, wait);
}

function readStripe(text: Text, production: boolean): StripeConfig {
  const key = text('STRIPE_SECRET_KEY');
  const secrets = (text('STRIPE_WEBHOOK_SECRET') ?? '').split(',').flatMap((secret) => secret.trim() || []);
  const base = address('STRIPE_API_BASE', text('STRIPE_API_BASE'), 'http', 'https');
  if (Boolean(key) !== secrets.length > 0)
    throw new ConfigError('STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together: set both, or neither for the simulator.');
  if (key && !/^(sk|rk)_(test|live)_./.test(key))
    throw new ConfigError('STRIPE_SECRET_KEY must be a secret key of Stripe, such as sk_test_… or rk_test_….');
  if (production && secrets.some((secret) => secret.length < MIN_WEBHOOK_SECRET || secret === SIMULATOR_SECRET))
    throw new ConfigError(`STRIPE_WEBHOOK_SECRET must have at least ${MIN_WEBHOOK_SECRET} characters and not be the simulator's.`);
  if (key && /^(sk|rk)_live_/.test(key) && text('PAYMENTS_LIVE') !== 'yes')
    throw new ConfigError('A live Stripe key is refused unless PAYMENTS_LIVE=yes.');
  if (!key && production) throw new ConfigError('STRIPE_SECRET_KEY is missing: the simulator is refused in production.');
  if (!key && !base) throw new ConfigError('STRIPE_API_BASE is missing: without Stripe keys it must name the simulator.');
  return new StripeConfig(key ?? 'sk_test_simulator', secrets.length ? secrets : [SIMULATOR_SECRET], base, text('STRIPE_SIM_TOKEN'));
}

function readSecret(secret: string | undefined, production: boolean): string {
  if (secret && secret.length < 32) throw new ConfigError('SESSION_SECRET must have at least 32 characters.');
  if (!secret && production) throw new ConfigError('SESSION_SECRET is missing: give it at least 32 random characters.');
  if (production && (secret === DEVELOPMENT_SECRET || new Set(secret).size < 10))
    throw new ConfigError('SESSION_SECRET is easy to guess: give it at least 32 random characters.');
  return secret ?? DEVELOPMENT_SECRET;
}

function readFrozen(clock: string | undefined, production: boolean): Date | undefined {
  if (!clock || clock === 'real') return undefined;
  const at = /^frozen:(.+)$/.exec(clock)?.[1];
  if (!at || Number.isNaN(Date.parse(at)))
    throw new ConfigError('CLOCK must be real or frozen:<instant>, such as frozen:2026-06-01T12:00:00Z.');
  if (production) throw new ConfigError('A frozen CLOCK is refused in production.');
  return new Date(at);
}
