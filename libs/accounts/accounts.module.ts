import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { Accounts } from './accounts.js';
import { AuthController } from './http/auth.controller.js';
import { MeController } from './http/me.controller.js';
import { AccountsAdminController } from './http/accounts.admin.controller.js';
import { TeamController } from './http/team.controller.js';
import { AccountsStore } from './store/accounts.store.js';
import { CredentialsStore } from './store/credentials.store.js';
import { LinksStore } from './store/links.store.js';
import { RolesStore } from './store/roles.store.js';
import { BearerStrategy } from './strategies/bearer.strategy.js';
import { LinkStrategy } from './strategies/link.strategy.js';
import { LocalStrategy } from './strategies/local.strategy.js';
import { SessionStrategy } from './strategies/session.strategy.js';
import { ChangeCredentials } from './use-cases/change-credentials.js';
import { KeepTeam } from './use-cases/keep-team.js';
import { MailLimit } from './use-cases/mail-limit.js';
import { OpenSession } from './use-cases/open-session.js';
import { ShowMe } from './use-cases/show-me.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignUp } from './use-cases/sign-up.js';
import { FindAccounts } from './use-cases/find-accounts.js';
import { SuspendAccount } from './use-cases/suspend-account.js';
import { UseLink } from './use-cases/use-link.js';

@Module({
  imports: [PassportModule.register({ session: false })],
  controllers: [AuthController, MeController, TeamController, AccountsAdminController],
  providers: [
    Accounts,
    AccountsStore,
    CredentialsStore,
    LinksStore,
    RolesStore,
    SessionStrategy,
    BearerStrategy,
    LocalStrategy,
    LinkStrategy,
    ChangeCredentials,
    KeepTeam,
    MailLimit,
    OpenSession,
    ShowMe,
    SignIn,
    SignUp,
    SuspendAccount,
    FindAccounts,
    UseLink,
  ],
  exports: [Accounts, ChangeCredentials],
})
export class AccountsModule {}
