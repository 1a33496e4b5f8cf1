import type { BudgetInstance, RankedInstance } from '../instance.js';
import { readBlt } from './blt-reader.js';
import { FileFault } from './file-fault.js';
import { readPabulib } from './pabulib-reader.js';
import { PREFLIB_TYPES, readPreflib } from './preflib-reader.js';

/** Endings of the file names that can be read, with their dot. */
export const VOTING_FILE_ENDINGS: readonly string[] = ['.pb', ...PREFLIB_TYPES.map((type) => `.${type}`), '.blt'];

/** Reads a file of ballots by the ending of its name. Throws FileFault. */
export function readVotingFile(name: string, source: Uint8Array | string): BudgetInstance | RankedInstance {
  const ending = VOTING_FILE_ENDINGS.find((known) => name.toLowerCase().endsWith(known));
  if (!ending) throw new FileFault('unknown-format', 0, 'file name', name);
  if (ending === '.blt') return readBlt(source);
  return ending === '.pb' ? readPabulib(source) : readPreflib(source);
}
