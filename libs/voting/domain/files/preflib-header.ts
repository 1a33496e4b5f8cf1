import { decodeUtf8, FileFault } from './file-fault.js';

/** One line of a PrefLib file that is no header. */
export interface PreflibRow {
  readonly line: number;
  readonly text: string;
}

const MOST_ALTERNATIVES = 10_000;

/** The facts of the header by their names, and the lines below it. */
export function splitPreflib(source: Uint8Array | string): { meta: Record<string, string>; rows: PreflibRow[] } {
  const meta: Record<string, string> = {};
  const rows: PreflibRow[] = [];
  decodeUtf8(source)
    .split('\n')
    .forEach((raw, at) => {
      const text = raw.trim();
      const header = /^#\s*([^:]+):\s*(.*)$/.exec(text);
      if (header) meta[(header[1] ?? '').trim()] = (header[2] ?? '').trim();
      else if (text !== '' && !text.startsWith('#')) rows.push({ line: at + 1, text });
    });
  return { meta, rows };
}

/** Names of the alternatives serve as ids; where two are alike or one is empty, the numbers of the file do. */
export function alternativesOf(meta: Readonly<Record<string, string>>): string[] {
  const names = namesOf(meta, 'ALTERNATIVE', MOST_ALTERNATIVES);
  const distinct = new Set(names).size === names.length && !names.includes('');
  return distinct ? names : names.map((_, at) => `${at + 1}`);
}

/** `NUMBER <WHAT>S` names `<WHAT> NAME 1` and so on. */
export function namesOf(meta: Readonly<Record<string, string>>, what: 'ALTERNATIVE' | 'CATEGORY', most: number): string[] {
  const key = what === 'CATEGORY' ? 'NUMBER CATEGORIES' : 'NUMBER ALTERNATIVES';
  const stated = meta[key];
  if (stated === undefined) throw new FileFault('missing-header', 0, key);
  const many = Number(stated);
  if (!Number.isInteger(many) || many < 1 || many > most) throw new FileFault('bad-header', 0, key, stated);
  return Array.from({ length: many }, (_, at) => {
    const name = meta[`${what} NAME ${at + 1}`];
    if (name === undefined) throw new FileFault('missing-header', 0, `${what} NAME ${at + 1}`);
    return name;
  });
}

/** Refuses a file that has other ballots than it says. */
export function checkVoters(meta: Readonly<Record<string, string>>, counted: number): void {
  const stated = meta['NUMBER VOTERS'];
  if (stated !== undefined && Number(stated) !== counted) {
    throw new FileFault('voter-count', 0, 'NUMBER VOTERS', `${stated}, counted ${counted}`);
  }
}

/** Text that fits into one line of a header. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
