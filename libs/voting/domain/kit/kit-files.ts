import { unzipSync, zipSync } from 'fflate';
import { sha256 } from '../receipts/commitments.js';
import { KitFault } from './kit-fault.js';

/** Files of a kit by their names. */
export type KitFiles = ReadonlyMap<string, Uint8Array>;

export const SUMS = 'SHA256SUMS';
const LARGEST_BYTES = 512 * 1024 * 1024;
const MOST_FILES = 100;

/** SHA256SUMS over every other file, as `sha256sum -c` reads it. */
export function writeSums(files: KitFiles): string {
  return [...files]
    .filter(([name]) => name !== SUMS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
    .join('');
}

/** Every file is listed with its hash, and every listed file is there. */
export function checkSums(files: KitFiles): void {
  const listed = new Map<string, string>();
  for (const line of textOf(files, SUMS)
    .split('\n')
    .filter((each) => each !== '')) {
    const [, hash, name] = /^([0-9a-f]{64}) [ *]([^/\\]+)$/.exec(line) ?? [];
    if (!hash || !name) throw new KitFault('kit-hash-differs', SUMS, line);
    listed.set(name, hash);
  }
  for (const [name, hash] of listed) {
    const bytes = files.get(name);
    if (!bytes) throw new KitFault('kit-missing-file', name);
    const found = sha256(bytes);
    if (found !== hash) throw new KitFault('kit-hash-differs', name, found);
  }
  for (const name of files.keys()) if (name !== SUMS && !listed.has(name)) throw new KitFault('kit-unlisted-file', name);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Text of a file; refuses a missing one and one that is not UTF-8. */
export function textOf(files: KitFiles, name: string): string {
  const bytes = files.get(name);
  if (!bytes) throw new KitFault('kit-missing-file', name);
  try {
    return utf8.decode(bytes);
  } catch {
    throw new KitFault('kit-unreadable', `${name}: not UTF-8`);
  }
}

/** A zip of the files in order of their names, with one fixed date: equal files give equal bytes. */
export function zipKit(files: KitFiles): Uint8Array {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  // A date without a zone: zip files hold local time, and the first day they can hold is the same everywhere.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
}

/** Files of a zip, without folders. Throws KitFault for what is no zip, or would unpack to more than 512 MiB. */
export function unzipKit(bytes: Uint8Array): KitFiles {
  let total = 0;
  let many = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        many += 1;
        if (total > LARGEST_BYTES || many > MOST_FILES) throw new KitFault('kit-unreadable', 'zip: too large', `${total} bytes`);
        return !name.endsWith('/');
      },
    });
    return new Map(Object.entries(files).map(([name, content]) => [name.slice(name.lastIndexOf('/') + 1), content]));
  } catch (error) {
    if (error instanceof KitFault) throw error;
    throw new KitFault('kit-unreadable', 'zip', error instanceof Error ? error.message : '');
  }
}
