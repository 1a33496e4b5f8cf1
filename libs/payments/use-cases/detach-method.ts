import { Injectable, Logger } from '@nestjs/common';
import { Job, type JobWorker } from '#platform';
import { PaymentProvider, ProviderFailure } from '../domain/provider.js';

/** Forgets a card at Stripe once no pledge needs it. One that is gone there already is fine. */
@Injectable()
@Job('detach-method')
export class DetachMethod implements JobWorker<{ method: string }> {
  private readonly log = new Logger(DetachMethod.name);

  constructor(private readonly provider: PaymentProvider) {}

  async work({ method }: { method: string }): Promise<void> {
    try {
      await this.provider.detach(method);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      if (error.kind !== 'no') this.log.warn(`card ${method} not detached: ${error.code}`);
    }
  }
}
