import type { Role } from '#platform';

/** Something that has to end before the account can be erased. */
export class BondView {
  /** `LAST_OWNER`, `PLEDGE_OPEN`, `PLEDGE_UNDER_WAY`, … */
  code!: string;
  /** The event or campaign that it is about. */
  about!: string;
  /** Where it is ended, as a path of the site. */
  page!: string | null;
  /** What has to happen first, in English. */
  says!: string;
}

/** Whether the caller's account can be erased now. */
export class LeavingView {
  bonds!: BondView[];
  /** False: only a mailed link can confirm. */
  hasPassword!: boolean;
}

export class ExportedAccountView {
  /** UUID. */
  accountId!: string;
  name!: string;
  email!: string;
  locale!: 'en' | 'fr';
  hasPassword!: boolean;
  /** ISO instant. */
  confirmedAt!: string | null;
}

export class ExportedRoleView {
  /** Name of the event. */
  event!: string;
  role!: Role;
}

export class ExportedSessionView {
  /** ISO instant. */
  madeAt!: string;
  /** ISO instant. */
  seenAt!: string;
  /** What the browser called itself. */
  device!: string;
}

export class ExportedTokenView {
  name!: string;
  /** ISO instant. */
  madeAt!: string;
  /** ISO instant. */
  expiresAt!: string;
}

/** What another module keeps of the person. */
export class ExportedPartView {
  name!: string;
  items!: object[];
}

/** What is kept of the caller. */
export class ExportView {
  account!: ExportedAccountView;
  roles!: ExportedRoleView[];
  sessions!: ExportedSessionView[];
  tokens!: ExportedTokenView[];
  parts!: ExportedPartView[];
}
