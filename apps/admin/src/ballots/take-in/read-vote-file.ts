/** A file that can be sent: what it is called and its text. */
export interface VoteFile {
  name: string;
  text: string;
  /** What it has no field for is asked: the step of equal shares, or the rule and number of winners of a ranking. */
  kind: 'budget' | 'ranked';
}

/** Characters that can be sent; larger files go in by the command line. */
export const LONGEST_FILE = 6_000_000;

export type Read = { file: VoteFile } | { refused: 'unknown-format' | 'not-utf8' | 'too-large' };

/** Reads a chosen file; what cannot even be sent is refused here by the same codes as by the API. */
export async function readVoteFile(file: Pick<File, 'name' | 'arrayBuffer'>): Promise<Read> {
  const form = /\.(pb|soc|soi|toc|toi|blt)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (!form) return { refused: 'unknown-format' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    if (text.length > LONGEST_FILE) return { refused: 'too-large' };
    return { file: { name: file.name, text, kind: form === 'pb' ? 'budget' : 'ranked' } };
  } catch {
    return { refused: 'not-utf8' };
  }
}
