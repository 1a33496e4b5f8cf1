import { Injectable } from '@nestjs/common';
import { type Actor, accessRefusals, UnitOfWork } from '#platform';
import { refuse } from '../domain/accounts.refusals.js';
import { AccountsStore } from '../store/accounts.store.js';

/** Shuts an account out and lets it in again; what becomes of its content is an explicit choice (DSC-5). */
@Injectable()
export class SuspendAccount {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsStore,
  ) {}

  /** Nobody shuts themselves out: the last admin could not come back. */
  async suspend(actor: Actor, accountId: string, because: string, keepContent: boolean): Promise<void> {
    if (actor.accountId === accountId) throw refuse.OWN_ACCOUNT();
    await this.unitOfWork.run(async (tx) => {
      if ((await this.accounts.suspend(tx, accountId, because)) === 0) throw accessRefusals.NOT_FOUND();
      await tx.audit({
        action: 'account suspended',
        subjectKind: 'account',
        subjectId: accountId,
        reason: because,
        to: 'suspended',
        details: { keepContent },
      });
      await tx.fact({ type: 'AccountSuspended', eventId: null, body: { accountId, keepContent } });
    });
  }

  async unsuspend(accountId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if ((await this.accounts.unsuspend(tx, accountId)) === 0) throw accessRefusals.NOT_FOUND();
      await tx.audit({ action: 'account reinstated', subjectKind: 'account', subjectId: accountId, from: 'suspended', to: 'active' });
    });
  }
}
