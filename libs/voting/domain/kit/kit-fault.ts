/** What is wrong with a recount kit. */
export type KitFaultCode =
  | 'kit-unreadable'
  | 'kit-missing-file'
  | 'kit-unlisted-file'
  | 'kit-hash-differs'
  | 'kit-bad-rules'
  | 'kit-ballots-differ'
  | 'kit-result-differs'
  | 'kit-commitments-differ'
  | 'kit-chain-broken'
  | 'kit-head-differs';

/** A kit that does not hold: which file, and where in it. */
export class KitFault extends Error {
  override readonly name = 'KitFault';

  constructor(
    readonly code: KitFaultCode,
    /** The file, and the line or field concerned. */
    readonly place: string,
    readonly found = '',
  ) {
    super(`${code} (${place})${found ? `: ${found.slice(0, 120)}` : ''}`);
  }
}
