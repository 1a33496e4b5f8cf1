export { Accounts } from './accounts.js';
export { AccountsModule } from './accounts.module.js';
export { emailKey } from './domain/email.js';
export { hashPassword } from './domain/password.js';
export { ChangeCredentials } from './use-cases/change-credentials.js';

/** Facts this module tells. */
export interface AccountConfirmed {
  accountId: string;
}
export interface AccountSuspended {
  accountId: string;
  keepContent: boolean;
}
