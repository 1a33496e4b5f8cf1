import { readFileSync } from 'node:fs';

/** Where people and Stripe reach us. */
export class HttpConfig {
  constructor(
    readonly port: number,
    /** Origin without a slash at its end; links in mails start with it. */
    readonly publicUrl: string,
    /** Proxies whose forwarding header is believed; empty = none. */
    readonly trustProxy: string | undefined,
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
  ) {}
}

export interface Config {
  http: HttpConfig;
  database: DatabaseConfig;
  stripe: StripeConfig;
  mail: MailConfig;
  runtime: RuntimeConfig;
}

/** What a wrong setting says: one sentence that names the variable, the bound and the value where it is no secret. */
export class ConfigError extends Error {}

type Env = Readonly<Record<string, string | undefined>>;

/** Reads and checks every setting once, at start. Any variable may come from a file named by `<NAME>_FILE`. */
export function readConfig(env: Env): Config {
  const text = (name: string): string | undefined =>
    (env[`${name}_FILE`] ? readFileSync(env[`${name}_FILE`]!, 'utf8').trim() : env[name]?.trim()) || undefined;
  const production = env.NODE_ENV === 'production';
  const port = wholeNumber('PORT', text('PORT') ?? '3000', 0, 65_535);
  const demo = oneOf('DEMO', text('DEMO') ?? '0', ['0', '1']) === '1';
  if (demo && production) throw new ConfigError('DEMO=1 is refused in production: its passwords are public.');
  const rateLimits = oneOf('RATE_LIMITS', text('RATE_LIMITS') ?? 'on', ['on', 'off']) === 'on';
  if (!rateLimits && production) throw new ConfigError('RATE_LIMITS=off is refused in production.');
  const publicUrl = text('PUBLIC_URL') ?? `http://localhost:${port}`;
  if (!URL.canParse(publicUrl) || new URL(publicUrl).pathname !== '/' || publicUrl.endsWith('/')) {
    throw new ConfigError(`PUBLIC_URL must be an origin such as https://events.example.org, not ${publicUrl}.`);
  }
  return {
    http: new HttpConfig(port, publicUrl, text('TRUST_PROXY'), rateLimits),
    database: readDatabase(text),
    stripe: readStripe(text, production),
    mail: new MailConfig(text('SMTP_URL'), text('MAIL_FROM') ?? 'WeGetTogether <hello@wegettogether.example>'),
    runtime: new RuntimeConfig(
      production,
      demo,
      oneOf('WORKER', text('WORKER') ?? 'inline', ['inline', 'off']),
      readFrozen(text('CLOCK'), production),
      oneOf('LOG_LEVEL', text('LOG_LEVEL') ?? 'info', ['trace', 'debug', 'info', 'warn', 'error', 'silent']),
      readSecret(text('SESSION_SECRET'), production),
    ),
  };
}

type Text = (name: string) => string | undefined;

function readDatabase(text: Text): DatabaseConfig {
  const url = text('DATABASE_URL');
  if (!url) throw new ConfigError('DATABASE_URL is missing: start with `npm start` for the embedded PostgreSQL, or name one.');
  if (!/^postgres(ql)?:\/\//.test(url)) throw new ConfigError('DATABASE_URL must start with postgresql://.');
  const size = wholeNumber('DATABASE_POOL', text('DATABASE_POOL') ?? '16', 2, 200);
  const wait = wholeNumber('DATABASE_WAIT', text('DATABASE_WAIT') ?? '2000', 100, 60_000);
  return new DatabaseConfig(url, text('DATABASE_OWNER_URL') ?? url, text('DATABASE_REPLICA_URL'), size, wait);
}

function readStripe(text: Text, production: boolean): StripeConfig {
  const key = text('STRIPE_SECRET_KEY');
  const secrets =
    text('STRIPE_WEBHOOK_SECRET')
      ?.split(',')
      .map((s) => s.trim()) ?? [];
  const base = text('STRIPE_API_BASE');
  if (Boolean(key) !== secrets.length > 0)
    throw new ConfigError('STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together: set both, or neither for the simulator.');
  if (key && /^(sk|rk)_live_/.test(key) && text('PAYMENTS_LIVE') !== 'yes')
    throw new ConfigError('A live Stripe key is refused unless PAYMENTS_LIVE=yes.');
  if (!key && production) throw new ConfigError('STRIPE_SECRET_KEY is missing: the simulator is refused in production.');
  if (!key && !base) throw new ConfigError('STRIPE_API_BASE is missing: without Stripe keys it must name the simulator.');
  return new StripeConfig(key ?? 'sk_test_simulator', secrets.length ? secrets : ['whsec_simulator'], base, text('STRIPE_SIM_TOKEN'));
}

function readSecret(secret: string | undefined, production: boolean): string {
  if (secret && secret.length < 32) throw new ConfigError('SESSION_SECRET must have at least 32 characters.');
  if (!secret && production) throw new ConfigError('SESSION_SECRET is missing: give it at least 32 random characters.');
  return secret ?? 'only-for-development-not-a-secret-at-all';
}

function readFrozen(clock: string | undefined, production: boolean): Date | undefined {
  if (!clock || clock === 'real') return undefined;
  const at = /^frozen:(.+)$/.exec(clock)?.[1];
  if (!at || Number.isNaN(Date.parse(at)))
    throw new ConfigError('CLOCK must be real or frozen:<instant>, such as frozen:2026-06-01T12:00:00Z.');
  if (production) throw new ConfigError('A frozen CLOCK is refused in production.');
  return new Date(at);
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}, not ${value}.`);
  return number;
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (!found) throw new ConfigError(`${name} must be one of ${allowed.join(', ')}, not ${value}.`);
  return found;
}
