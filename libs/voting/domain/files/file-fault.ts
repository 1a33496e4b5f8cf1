/** Why a file was refused. The codes of Pabulib files are those of the published rules, section 7. */
export type FileFaultCode =
  | 'not-utf8'
  | 'bad-quoting'
  | 'missing-section'
  | 'duplicate-section'
  | 'content-before-section'
  | 'missing-column'
  | 'column-count'
  | 'bad-cost'
  | 'bad-budget'
  | 'bad-points'
  | 'missing-meta'
  | 'bad-vote-type'
  | 'duplicate-project'
  | 'duplicate-voter'
  | 'unknown-project-in-vote'
  | 'duplicate-project-in-vote'
  | 'points-length'
  | 'missing-header'
  | 'bad-header'
  | 'bad-order'
  | 'unknown-alternative'
  | 'duplicate-alternative'
  | 'duplicate-order'
  | 'order-not-allowed'
  | 'voter-count'
  | 'order-count'
  | 'bad-ballot'
  | 'duplicate-ballot'
  | 'too-many-lines'
  | 'unknown-format'
  | 'unreadable-file';

/** A file that cannot be taken in: what is wrong, where (1-based line, 0 when it concerns the whole file), and the offending text. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(
    readonly code: FileFaultCode,
    readonly line: number,
    /** Section, column or ballot concerned. */
    readonly place: string,
    /** What was found there, at most 80 characters. */
    readonly found = '',
  ) {
    super(`${code}${line > 0 ? ` in line ${line}` : ''}${place ? ` (${place})` : ''}${found ? `: ${found.slice(0, 80)}` : ''}`);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Text without byte order mark; refuses bytes that are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array | string): string {
  if (typeof bytes === 'string') return bytes.startsWith('\uFEFF') ? bytes.slice(1) : bytes;
  try {
    return utf8.decode(bytes);
  } catch {
    throw new FileFault('not-utf8', 0, 'file');
  }
}
