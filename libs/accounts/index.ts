export { Accounts } from './accounts.js';
export { AccountsModule } from './accounts.module.js';
export { emailKey } from './domain/email.js';
export { hashPassword } from './domain/password.js';
export { PersonalParts, type Bond, type PersonalPart } from './personal-parts.js';
export { ChangeCredentials } from './use-cases/change-credentials.js';

/** Facts this module tells. */
export interface AccountConfirmed {
  accountId: string;
}
export interface AccountSuspended {
  accountId: string;
  keepContent: boolean;
}
/** Nothing personal is left of this account; its id stays where it was. */
export interface AccountErased {
  accountId: string;
}
