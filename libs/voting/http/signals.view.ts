export class SignView {
  /** device, network, burst, disposable or identical. */
  sign!: string;
  ballots!: number;
}

export class SignsView {
  /** Only while the vote is open. */
  signs!: SignView[];
  /** Ballots that carry any sign. */
  flagged!: number;
}

export class VoidingAskedView {
  id!: string;
  ballots!: number;
}

export class VoidingView {
  id!: string;
  /** How many ballots. */
  ballots!: number;
  reason!: string;
  askedBy!: string;
  askedAt!: string;
  decidedAt!: string | null;
  granted!: boolean | null;
}

export class VoidingsView {
  items!: VoidingView[];
}
