export class PrintedCodeView {
  serial!: number;
  /** `XXXX-XXXX-XXXX`; shown this once. */
  code!: string;
}

export class PrintedCodesView {
  items!: PrintedCodeView[];
}

/** issued = online + paper + void + unused. */
export class PaperCodesView {
  issued!: number;
  online!: number;
  paper!: number;
  void!: number;
  unused!: number;
}

export class PaperBallotView {
  /** Number of the code. */
  serial!: number;
  /** For whoever handed the paper in. */
  receipt!: string;
}
