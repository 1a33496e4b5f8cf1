import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { PaymentProvider } from '../domain/provider.js';
import { PayoutsStore } from '../store/payouts.store.js';

/** Keeps what Stripe says about a payout's state. Its money is booked from balance transactions. */
@Injectable()
export class ApplyPayout {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly payouts: PayoutsStore,
  ) {}

  async look(stripeId: string): Promise<void> {
    const seen = await this.provider.payout(stripeId);
    await this.unitOfWork.run((tx) => this.payouts.put(tx, seen));
  }
}
