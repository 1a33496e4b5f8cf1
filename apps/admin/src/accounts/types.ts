export interface FoundAccount {
  id: string;
  name: string;
  email: string;
  /** suspended, unconfirmed or active. */
  state: string;
  isAdmin: boolean;
  suspendedAt: string | null;
  suspendedBecause: string | null;
}

export interface FoundAccounts {
  items: FoundAccount[];
}
