import type { CategoricalInstance } from '../instance.js';
import { FileFault } from './file-fault.js';
import type { PreflibRow } from './preflib-header.js';
import { alternativesOf, checkVoters, namesOf, splitPreflib } from './preflib-header.js';

const MOST_CATEGORIES = 100;
const BALLOT = /^(\d+)\s*:\s*((?:\{[\d,\s]*\}|\d+)(?:\s*,\s*(?:\{[\d,\s]*\}|\d+))*)\s*$/;

/** Reads a PrefLib .cat file: alternatives put into categories. Throws FileFault with the line and what is wrong there. */
export function readCategorical(source: Uint8Array | string): CategoricalInstance {
  const { meta, rows } = splitPreflib(source);
  const type = meta['DATA TYPE']?.toLowerCase();
  if (type !== 'cat') throw new FileFault(type ? 'unknown-format' : 'missing-header', 0, 'DATA TYPE', type);
  const candidates = alternativesOf(meta);
  const categories = namesOf(meta, 'CATEGORY', MOST_CATEGORIES);
  const groups = new Map<string, { count: number; categories: number[][] }>();
  let voters = 0;
  for (const row of rows) {
    const ballot = readBallot(row, candidates.length, categories.length);
    voters += ballot.count;
    const key = JSON.stringify(ballot.categories);
    const known = groups.get(key);
    if (known) known.count += ballot.count;
    else groups.set(key, ballot);
  }
  checkVoters(meta, voters);
  return { kind: 'categorical', candidates, categories, ballots: [...groups.values()], meta };
}

function readBallot({ line, text }: PreflibRow, alternatives: number, categories: number): { count: number; categories: number[][] } {
  const match = BALLOT.exec(text);
  const count = Number(match?.[1]);
  if (!match || count < 1 || !Number.isSafeInteger(count)) throw new FileFault('bad-ballot', line, 'ballot', text);
  const seen = new Set<number>();
  const lists = [...(match[2] ?? '').matchAll(/\{([^}]*)\}|\d+/g)].map((list) => {
    const members = (list[1] ?? list[0]).split(',').filter((part) => part.trim() !== '');
    return members.map((part) => {
      const at = Number(part) - 1;
      if (at < 0 || at >= alternatives) throw new FileFault('unknown-alternative', line, 'ballot', part.trim());
      if (seen.has(at)) throw new FileFault('duplicate-alternative', line, 'ballot', part.trim());
      seen.add(at);
      return at;
    });
  });
  if (lists.length !== categories) throw new FileFault('column-count', line, `${categories} categories`, text);
  return { count, categories: lists.map((list) => list.sort((a, b) => a - b)) };
}
