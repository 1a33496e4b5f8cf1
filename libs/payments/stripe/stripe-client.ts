import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { StripeConfig } from '#platform';
import { ProviderFailure } from '../domain/provider.js';
import { declineOf, intentSeen } from './seen.js';
import { Throttle } from './throttle.js';

/** The version every call is pinned to: an account's default never decides what we read. */
export const API_VERSION = '2026-10-28.endive';

/** Stripe allows 25 requests a second to an endpoint and in a sandbox (spec/stripe.md §3j); what stands in for it on this machine has no such limit. */
const PER_SECOND = { stripe: 25, local: 1_000 };
const IN_FLIGHT = 5;

interface Loaded {
  sdk: Stripe;
  errors: typeof Stripe.errors;
}

/** The SDK, set up once; calls go through `call`, which keeps to the limits and says what a failure means. */
@Injectable()
export class StripeClient {
  private loaded?: Promise<Loaded>;
  private readonly throttle: Throttle;

  constructor(readonly config: StripeConfig) {
    this.throttle = new Throttle({ perSecond: config.apiBase ? PER_SECOND.local : PER_SECOND.stripe, inFlight: IN_FLIGHT });
  }

  /** Loaded when it is first needed: reading its hundreds of files is a tenth of the time that a start takes. */
  async sdk(): Promise<Stripe> {
    return (await this.load()).sdk;
  }

  /** True when our key belongs to live mode: an event of the other mode is not ours. */
  get live(): boolean {
    return /^(sk|rk)_live_/.test(this.config.secretKey);
  }

  async call<T>(work: (sdk: Stripe) => Promise<T>): Promise<T> {
    const { sdk, errors } = await this.load();
    try {
      return await this.throttle.run(() => work(sdk));
    } catch (error) {
      throw error instanceof errors.StripeError ? asFailure(error) : new ProviderFailure('unknown', 'fault', (error as Error).message);
    }
  }

  private load(): Promise<Loaded> {
    this.loaded ??= import('stripe').then(({ default: Sdk }) => ({
      errors: Sdk.errors,
      sdk: new Sdk(this.config.secretKey, {
        apiVersion: API_VERSION,
        telemetry: false,
        timeout: 20_000,
        maxNetworkRetries: 2,
        appInfo: { name: 'WeGetTogether' },
        ...addressOf(this.config.apiBase),
      }),
    }));
    return this.loaded;
  }
}

function addressOf(base: string | undefined): { host?: string; port?: number; protocol?: 'http' | 'https' } {
  if (!base) return {};
  const { hostname, port, protocol } = new URL(base);
  const plain = protocol === 'http:';
  return { host: hostname, port: Number(port) || (plain ? 80 : 443), protocol: plain ? 'http' : 'https' };
}

/**
 * The one table the money code needs (spec/stripe.md §2), by HTTP status and nothing else. A key that is refused (401,
 * 403) is our own misconfiguration: nothing was executed, and it will be once that is mended.
 */
function asFailure(error: Stripe.errors.StripeError): ProviderFailure {
  const { statusCode: status = 0, message } = error;
  const code = error.code ?? error.type;
  if (status === 401 || status === 403 || status === 409 || status === 429) return new ProviderFailure('later', code, message);
  if (status >= 400 && status < 500) {
    const intent = error.payment_intent ? intentSeen(error.payment_intent) : null;
    return new ProviderFailure('no', code, message, status === 402 ? declineOf(error) : null, intent);
  }
  return new ProviderFailure('unknown', code, message);
}
