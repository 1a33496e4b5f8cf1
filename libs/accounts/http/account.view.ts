import type { Role } from '#platform';

export class EventRolesView {
  slug!: string;
  name!: string;
  roles!: Role[];
}

/** The person who is asking. */
export class MeView {
  accountId!: string;
  name!: string;
  email!: string;
  locale!: 'en' | 'fr';
  isAdmin!: boolean;
  /** Events in which this person holds a role. */
  events!: EventRolesView[];
}

/** Says that something was taken on; it never says whether an address is known. */
export class AcceptedView {
  accepted!: true;
}

/** A mailed link has done its work. */
export class LinkUsedView extends AcceptedView {
  /** The page of this site that the link was asked for on; null where none was named. */
  wayBack!: string | null;
}

export class SignedInView {
  accountId!: string;
}

export class AccessTokenView {
  id!: string;
  name!: string;
  createdAt!: string;
  expiresAt!: string;
}

export class AccessTokensView {
  items!: AccessTokenView[];
}

/** The only time the token itself is shown. */
export class NewTokenView {
  id!: string;
  token!: string;
  expiresAt!: string;
}

export class TeamMemberView {
  accountId!: string;
  name!: string;
  email!: string;
  role!: Role;
  grantedAt!: string;
}

export class TeamView {
  items!: TeamMemberView[];
}

/** An invitation that waits for an answer. */
export class InvitationView {
  /** UUID. It says nothing about the link, and opens nothing. */
  id!: string;
  /** The mailbox, in the one spelling it is known by: small letters, without a tag. */
  email!: string;
  role!: Role;
  /** ISO instant. */
  invitedAt!: string;
  /** ISO instant from which on its link no longer works. */
  expiresAt!: string;
}

export class InvitationsView {
  items!: InvitationView[];
}

export class OfferingEventView {
  slug!: string;
  name!: string;
}

/** What an invitation offers. */
export class OfferedRoleView {
  event!: OfferingEventView;
  role!: Role;
  /** ISO instant from which on its link no longer works. */
  expiresAt!: string;
}

export class AcceptedRoleView {
  eventId!: string;
  role!: Role;
}

/** An account as the installation's admin finds it. */
export class FoundAccountView {
  id!: string;
  name!: string;
  email!: string;
  /** `suspended`, `unconfirmed` or `active`. */
  state!: 'suspended' | 'unconfirmed' | 'active';
  isAdmin!: boolean;
  suspendedAt!: string | null;
  /** Why it was suspended. */
  suspendedBecause!: string | null;
}

export class FoundAccountsView {
  items!: FoundAccountView[];
}
