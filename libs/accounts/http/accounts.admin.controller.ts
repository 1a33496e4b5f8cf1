import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Actor, Caller, IdParam, InContract, PlatformAdmin } from '#platform';
import type { AccountRow } from '../store/accounts.store.js';
import { FindAccounts } from '../use-cases/find-accounts.js';
import { SuspendAccount } from '../use-cases/suspend-account.js';
import { AcceptedView, type FoundAccountView, FoundAccountsView } from './account.view.js';
import { AccountsQuery } from './accounts.query.js';
import { SuspendBody } from './team.body.js';

/** What the installation's admin does with accounts. */
@InContract((api) => api.ApiTags('accounts'))
@Controller('api/v1/admin/accounts')
export class AccountsAdminController {
  constructor(
    private readonly find: FindAccounts,
    private readonly suspension: SuspendAccount,
  ) {}

  /** The account of an address; without an address, the accounts that are suspended. */
  @Get()
  @PlatformAdmin()
  async list(@Query() { email }: AccountsQuery): Promise<FoundAccountsView> {
    return { items: (await this.find.execute(email)).map(found) };
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @PlatformAdmin()
  async suspend(@Caller() actor: Actor, @IdParam('id') id: string, @Body() body: SuspendBody): Promise<AcceptedView> {
    await this.suspension.suspend(actor, id, body.because, body.keepContent);
    return { accepted: true };
  }

  @Post(':id/unsuspend')
  @HttpCode(200)
  @PlatformAdmin()
  async unsuspend(@IdParam('id') id: string): Promise<AcceptedView> {
    await this.suspension.unsuspend(id);
    return { accepted: true };
  }
}

const found = (row: AccountRow): FoundAccountView => ({
  id: row.id,
  name: row.name,
  email: row.email,
  state: row.suspended_at ? 'suspended' : row.confirmed_at ? 'active' : 'unconfirmed',
  isAdmin: row.is_admin,
  suspendedAt: row.suspended_at?.toISOString() ?? null,
  suspendedBecause: row.suspended_because,
});
