import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { ConfigError, HttpConfig, RuntimeConfig } from '#platform';
import { missingFrom } from '../domain/handled-events.js';
import { PaymentProvider } from '../domain/provider.js';

/** How long a start waits for Stripe's answer. */
const PATIENCE_MS = 5_000;

/**
 * At start: does Stripe send our endpoint everything we handle (CHG-7)? In production a missing type stops the start,
 * because payments would be learnt of an hour late; elsewhere it is said. Stripe being away stops nothing, and
 * holds nothing up for long.
 */
@Injectable()
export class CheckWebhook implements OnApplicationBootstrap {
  private readonly log = new Logger(CheckWebhook.name);

  constructor(
    private readonly http: HttpConfig,
    private readonly runtime: RuntimeConfig,
    private readonly provider: PaymentProvider,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.runtime.production) return;
    const problem = await Promise.race([this.problem(), wait(PATIENCE_MS, undefined, { ref: false })]);
    if (problem) throw new ConfigError(problem);
  }

  /** One sentence on what is wrong with our endpoint; undefined when all is well or nobody answers. */
  async problem(): Promise<string | undefined> {
    const url = `${this.http.publicUrl}/webhooks/stripe`;
    const enabled = await this.provider.enabledEvents(url).catch((error: Error) => {
      this.log.warn(`the webhook endpoint could not be checked: ${error.message}`);
      return ['*'];
    });
    if (!enabled) return `Stripe has no enabled webhook endpoint for ${url}: create one that sends the handled events.`;
    const missing = missingFrom(enabled);
    return missing.length ? `The webhook endpoint ${url} is not sent ${missing.join(', ')}: add them at Stripe.` : undefined;
  }
}
