import { Injectable } from '@nestjs/common';
import { type Actor, accessRefusals, badFields, UnitOfWork } from '#platform';
import { type AccountRow, AccountsStore } from '../store/accounts.store.js';

type Change = Partial<Pick<AccountRow, 'name' | 'locale'>>;

const FIELDS = ['name', 'locale'] as const;

/** How somebody is called, and in which language we write to them. */
@Injectable()
export class ChangeMe {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountsStore,
  ) {}

  /** What is left out stays. The history says what was changed and never from what: a name in it would outlive its account. */
  async execute({ accountId }: Actor, change: Change): Promise<void> {
    if (FIELDS.every((field) => change[field] === undefined))
      throw badFields([{ pointer: '/name', message: 'should not be empty, unless a locale is given' }]);
    await this.unitOfWork.run(async (tx) => {
      const account = await this.accounts.lock(tx, accountId);
      if (!account) throw accessRefusals.SIGN_IN_NEEDED();
      const fields = FIELDS.filter((field) => change[field] !== undefined && change[field] !== account[field]);
      if (fields.length === 0) return;
      await this.accounts.describe(tx, accountId, change.name ?? account.name, change.locale ?? account.locale);
      await tx.audit({ action: 'account changed', subjectKind: 'account', subjectId: accountId, details: { fields } });
    });
  }
}
