/** What a stranger needs, beside the ballots, to count again and to check receipts. */
export class RecountKitView {
  /** Canonical JSON of what was frozen at the opening, and its SHA-256. */
  rulesText!: string;
  rulesHash!: string;
  /** Canonical JSON of the result as this site shows it, with turnout and reasons, and its SHA-256. */
  resultText!: string;
  resultHash!: string;
  /** Name of the ballot file in the kit, such as ballots.pb, and its SHA-256. */
  ballotFile!: string;
  ballotFileHash!: string;
  /** SHA-256 of kit.zip. */
  kitHash!: string;
  /** SHA-256 of the kit’s result.json, which a recount of the kit prints. */
  kitResultHash!: string;
  /** Commitments of the counted ballots, sorted. */
  commitments!: string[];
  /** Accepted casts in the chain, replaced ones too. */
  casts!: number;
  /** Head of the chain at the close, hexadecimal. */
  chainHead!: string | null;
}

/** A head of the chain of commitments as it was published. */
export class PublishedHeadView {
  /** How many casts it covers; null until the vote is closed. */
  position!: number | null;
  /** SHA-256, hexadecimal. */
  hash!: string;
  publishedAt!: string;
}

export class PublishedHeadsView {
  /** Oldest first. */
  items!: PublishedHeadView[];
}

/** Who may count the ballots of a vote that publishes totals only. */
export class AuditorsView {
  /** Their names; none or two. */
  names!: string[];
}
