import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

/** What a wrong setting says: one sentence that names the variable, the bound and the value where it is no secret. */
export class ConfigError extends Error {}

export type Env = Readonly<Record<string, string | undefined>>;
/** The value of a setting, trimmed; undefined when it is missing or empty. */
export type Text = (name: string) => string | undefined;

/** Reads settings from the environment, or from the file that `<NAME>_FILE` names. */
export const textOf =
  (env: Env): Text =>
  (name) =>
    (env[`${name}_FILE`] ? contentOf(`${name}_FILE`, env[`${name}_FILE`]!) : env[name]?.trim()) || undefined;

function contentOf(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`${name} names a file that cannot be read: ${(error as Error).message}.`);
  }
}

export function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}, not ${value}.`);
  return number;
}

export function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (!found) throw new ConfigError(`${name} must be one of ${allowed.join(', ')}, not ${value}.`);
  return found;
}

/** An address with one of these schemes. It may carry a password, so the sentence does not repeat it. */
export function address(name: string, value: string | undefined, ...schemes: string[]): string | undefined {
  if (value !== undefined && !schemes.some((scheme) => value.startsWith(`${scheme}://`) && value.length > scheme.length + 3))
    throw new ConfigError(`${name} must start with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}.`);
  return value;
}

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** An origin without a slash at its end. In production it is https, unless it is this very machine: the session cookie must not travel in the clear. */
export function origin(name: string, value: string, production: boolean): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== value)
    throw new ConfigError(`${name} must be an origin such as https://events.example.org, not ${value}.`);
  if (production && url.protocol === 'http:' && !LOCAL.test(url.hostname))
    throw new ConfigError(`${name} must start with https:// in production, not ${value}.`);
  return value;
}

const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** Proxies whose forwarding header is believed: how many stand before us, or their addresses. Never "all": anybody could claim any address. */
export function proxies(name: string, value: string | undefined): string | number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return wholeNumber(name, value, 1, 10);
  const known = value.split(',').every((part) => {
    const [ip = '', bits, ...rest] = part.trim().split('/');
    const kind = isIP(ip);
    const mask = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128));
    return NETWORKS.includes(part.trim()) || (kind !== 0 && mask && rest.length === 0);
  });
  if (!known)
    throw new ConfigError(`${name} must be addresses or networks such as 10.0.0.0/8, or how many proxies there are, not ${value}.`);
  return value;
}
