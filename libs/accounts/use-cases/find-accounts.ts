import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { type AccountRow, AccountsStore } from '../store/accounts.store.js';

/** What the installation's admin looks up: the account of an address, or those that are shut out. */
@Injectable()
export class FindAccounts {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
  ) {}

  async execute(email: string | undefined): Promise<AccountRow[]> {
    if (email === undefined) return this.accounts.suspended(this.database);
    const account = await this.accounts.byEmail(this.database, email);
    return account ? [account] : [];
  }
}
