export interface MeView {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'en' | 'fr';
  readonly isAdmin: boolean;
  readonly events: readonly { readonly slug: string; readonly name: string; readonly roles: readonly string[] }[];
}

export interface LinkUsedView {
  /** The page that the link was asked for on. */
  readonly wayBack: string | null;
}

export interface OfferedRoleView {
  readonly event: { readonly slug: string; readonly name: string };
  readonly role: string;
  readonly expiresAt: string;
}

/** What has to end before an account can be erased. */
export interface LeavingView {
  readonly bonds: readonly { readonly code: string; readonly about: string; readonly page: string | null; readonly says: string }[];
  readonly hasPassword: boolean;
}

export interface AccessTokensView {
  readonly items: readonly { readonly id: string; readonly name: string; readonly createdAt: string; readonly expiresAt: string }[];
}

export interface NewTokenView {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: string;
}
