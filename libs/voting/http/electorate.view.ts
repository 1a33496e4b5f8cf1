export class InvitedView {
  /** Addresses on the list. */
  invited!: number;
}

export class MembershipCodeMadeView {
  organisation!: string;
  most!: number;
  /** Shown this once. */
  code!: string;
}

export class MembershipCodeView {
  organisation!: string;
  most!: number;
  /** So many have joined with it. */
  joined!: number;
}

export class MembershipCodesView {
  items!: MembershipCodeView[];
}

export class JoinedView {
  eligible!: boolean;
}
