import { Injectable, Logger } from '@nestjs/common';
import { Database, Job, type JobWorker, UnitOfWork } from '#platform';
import { PaymentProvider, ProviderFailure } from '../domain/provider.js';
import { CustomersStore } from '../store/customers.store.js';

/**
 * Has Stripe forget who a customer is: the payment page asked for a name and an address. Stripe unsets neither, so the customer is
 * deleted; its payments stay. An outcome that nobody heard of is asked for again, by the sweep: one that is gone is forgotten.
 */
@Injectable()
@Job('forget-customer')
export class ForgetCustomer implements JobWorker<{ customer: string }> {
  private readonly log = new Logger(ForgetCustomer.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly customers: CustomersStore,
  ) {}

  async work({ customer }: { customer: string }): Promise<void> {
    const stripeId = await this.customers.stripeIdToForget(this.database, customer);
    if (!stripeId) return;
    try {
      await this.provider.deleteCustomer(stripeId);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      if (error.code !== 'resource_missing') return this.log.warn(`customer ${customer} not forgotten yet: ${error.code}`);
    }
    await this.unitOfWork.run((tx) => this.customers.forgotten(tx, customer));
  }
}
