import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { Accounts } from './accounts.js';
import { AuthController } from './http/auth.controller.js';
import { LeavingController } from './http/leaving.controller.js';
import { MeController } from './http/me.controller.js';
import { AccountsAdminController } from './http/accounts.admin.controller.js';
import { TeamController } from './http/team.controller.js';
import { PersonalParts } from './personal-parts.js';
import { EveryHourClearEndedCredentials } from './reactions/every-hour-clear-ended-credentials.js';
import { AccountsStore } from './store/accounts.store.js';
import { CredentialsStore } from './store/credentials.store.js';
import { EndedCredentialsStore } from './store/ended-credentials.store.js';
import { ErasureStore } from './store/erasure.store.js';
import { InvitationsStore } from './store/invitations.store.js';
import { LinksStore } from './store/links.store.js';
import { RolesStore } from './store/roles.store.js';
import { BearerStrategy } from './strategies/bearer.strategy.js';
import { LinkStrategy } from './strategies/link.strategy.js';
import { LocalStrategy } from './strategies/local.strategy.js';
import { SessionStrategy } from './strategies/session.strategy.js';
import { ChangeCredentials } from './use-cases/change-credentials.js';
import { ChangeMe } from './use-cases/change-me.js';
import { EraseAccount } from './use-cases/erase-account.js';
import { ExportMe } from './use-cases/export-me.js';
import { InviteToTeam } from './use-cases/invite-to-team.js';
import { KeepInvitations } from './use-cases/keep-invitations.js';
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
  controllers: [AuthController, MeController, LeavingController, TeamController, AccountsAdminController],
  providers: [
    Accounts,
    PersonalParts,
    AccountsStore,
    CredentialsStore,
    EndedCredentialsStore,
    ErasureStore,
    InvitationsStore,
    LinksStore,
    RolesStore,
    SessionStrategy,
    BearerStrategy,
    LocalStrategy,
    LinkStrategy,
    ChangeCredentials,
    ChangeMe,
    EraseAccount,
    ExportMe,
    InviteToTeam,
    KeepInvitations,
    KeepTeam,
    MailLimit,
    OpenSession,
    ShowMe,
    SignIn,
    SignUp,
    SuspendAccount,
    FindAccounts,
    UseLink,
    EveryHourClearEndedCredentials,
  ],
  exports: [Accounts, ChangeCredentials, PersonalParts],
})
export class AccountsModule {}
