import type { RankedBallotGroup, RankedInstance } from '../instance.js';
import { FileFault } from './file-fault.js';
import { alternativesOf, checkVoters, splitPreflib } from './preflib-header.js';

/** Strict or with ties, complete or incomplete orders. */
export type PreflibType = 'soc' | 'soi' | 'toc' | 'toi';

export const PREFLIB_TYPES: readonly PreflibType[] = ['soc', 'soi', 'toc', 'toi'];

const ORDER = /^(\d+)\s*:\s*((?:\{[\d,\s]*\}|\d+)(?:\s*,\s*(?:\{[\d,\s]*\}|\d+))*)?\s*$/;

/** Reads a PrefLib file of ranked ballots. Throws FileFault when the header or an order does not keep to its own data type. */
export function readPreflib(source: Uint8Array | string): RankedInstance {
  const { meta, rows } = splitPreflib(source);
  const type = PREFLIB_TYPES.find((known) => known === meta['DATA TYPE']?.toLowerCase());
  if (!type) throw new FileFault(meta['DATA TYPE'] ? 'unknown-format' : 'missing-header', 0, 'DATA TYPE', meta['DATA TYPE']);
  const names = alternativesOf(meta);
  const groups = new Map<string, { count: number; ranks: number[][] }>();
  let voters = 0;
  for (const { line, text } of rows) {
    const group = readOrder(text, line, type, names.length);
    voters += group.count;
    const key = JSON.stringify(group.ranks);
    const known = groups.get(key);
    if (known) known.count += group.count;
    else groups.set(key, group);
  }
  checkVoters(meta, voters);
  const ballots: RankedBallotGroup[] = [...groups.values()];
  return { kind: 'ranked', candidates: names, ballots, meta };
}

function readOrder(text: string, line: number, type: PreflibType, alternatives: number): { count: number; ranks: number[][] } {
  const match = ORDER.exec(text);
  const count = Number(match?.[1]);
  if (!match || count < 1 || !Number.isSafeInteger(count)) throw new FileFault('bad-order', line, 'order', text);
  const seen = new Set<number>();
  const ranks = [...(match[2] ?? '').matchAll(/\{([^}]*)\}|\d+/g)].map((group) => {
    const members = (group[1] ?? group[0]).split(',').filter((part) => part.trim() !== '');
    return members.map((part) => {
      const at = Number(part) - 1;
      if (at < 0 || at >= alternatives) throw new FileFault('unknown-alternative', line, 'order', part.trim());
      if (seen.has(at)) throw new FileFault('duplicate-alternative', line, 'order', part.trim());
      seen.add(at);
      return at;
    });
  });
  const kept = ranks.filter((group) => group.length > 0).map((group) => group.sort((a, b) => a - b));
  const tied = kept.some((group) => group.length > 1);
  if (tied && type.startsWith('s')) throw new FileFault('order-not-allowed', line, `${type}: no ties`, text);
  if (seen.size < alternatives && type.endsWith('c')) throw new FileFault('order-not-allowed', line, `${type}: complete orders only`, text);
  return { count, ranks: kept };
}
