import type { RankedInstance } from '../instance.js';
import { decodeUtf8, FileFault } from './file-fault.js';

const MOST_CANDIDATES = 10_000;

interface Line {
  readonly line: number;
  readonly text: string;
}

/**
 * Reads a BLT file of an STV program. Equal ranks (`2=3`) and skipped ones (`-`) are taken; withdrawn candidates (a line `-2`) are
 * left out of the vote. The number of seats is in `meta.SEATS`, the title in `meta.TITLE`. Throws FileFault.
 */
export function readBlt(source: Uint8Array | string): RankedInstance {
  const lines = decodeUtf8(source)
    .split('\n')
    .map((raw, at): Line => ({
      line: at + 1,
      text: raw
        .trim()
        .replace(/\s#[^"]*$|^#.*$/, '')
        .trim(),
    }))
    .filter(({ text }) => text !== '');
  const head = /^(\d+)\s+(\d+)$/.exec(lines[0]?.text ?? '');
  const [many, seats] = [Number(head?.[1]), Number(head?.[2])];
  if (!head || many < 1 || many > MOST_CANDIDATES || seats < 1) {
    throw new FileFault('bad-header', lines[0]?.line ?? 0, 'candidates and seats', lines[0]?.text);
  }
  const end = lines.findIndex(({ text }, at) => at > 0 && text === '0');
  if (end === -1) throw new FileFault('missing-section', 0, 'the line 0 after the ballots');
  const withdrawn = new Set<number>();
  const groups = new Map<string, { count: number; ranks: number[][] }>();
  for (const each of lines.slice(1, end)) {
    const out = /^-(\d+)$/.exec(each.text);
    if (out) withdrawn.add(candidate(out[1] ?? '', many, each));
    else merge(groups, ballotOf(each, many));
  }
  const names = lines.slice(end + 1).map(nameOf);
  if (names.length < many) throw new FileFault('missing-header', 0, `name of candidate ${names.length + 1}`);
  return withoutWithdrawn(names.slice(0, many), withdrawn, [...groups.values()], { SEATS: `${seats}`, TITLE: names[many] ?? '' });
}

function ballotOf(each: Line, many: number): { count: number; ranks: number[][] } {
  const words = each.text.split(/\s+/);
  const count = Number(words[0]);
  const closed = words.at(-1) === '0';
  if (!/^\d+$/.test(words[0] ?? '') || count < 1 || !Number.isSafeInteger(count) || !closed) {
    throw new FileFault('bad-order', each.line, 'ballot', each.text);
  }
  const seen = new Set<number>();
  const ranks = words.slice(1, -1).flatMap((word): number[][] => {
    if (word === '-') return [];
    const group = word.split('=').map((part) => candidate(part, many, each));
    for (const at of group) {
      if (seen.has(at)) throw new FileFault('duplicate-alternative', each.line, 'ballot', `${at + 1}`);
      seen.add(at);
    }
    return [group.sort((a, b) => a - b)];
  });
  return { count, ranks };
}

function candidate(text: string, many: number, { line, text: whole }: Line): number {
  if (!/^\d+$/.test(text)) throw new FileFault('bad-order', line, 'ballot', whole);
  const at = Number(text) - 1;
  if (at < 0 || at >= many) throw new FileFault('unknown-alternative', line, 'ballot', text);
  return at;
}

function nameOf({ line, text }: Line): string {
  const name = /^"(.*)"$/.exec(text);
  if (!name) throw new FileFault('bad-quoting', line, 'name', text);
  return (name[1] ?? '').trim();
}

function merge(groups: Map<string, { count: number; ranks: number[][] }>, ballot: { count: number; ranks: number[][] }): void {
  const key = JSON.stringify(ballot.ranks);
  const known = groups.get(key);
  if (known) known.count += ballot.count;
  else groups.set(key, ballot);
}

function withoutWithdrawn(
  names: readonly string[],
  withdrawn: ReadonlySet<number>,
  ballots: readonly { count: number; ranks: number[][] }[],
  meta: Record<string, string>,
): RankedInstance {
  const kept = names.map((_, at) => at).filter((at) => !withdrawn.has(at));
  const place = new Map(kept.map((at, index) => [at, index]));
  const stated = kept.map((at) => names[at] ?? '');
  const distinct = new Set(stated).size === stated.length && !stated.includes('');
  const left = new Map<string, { count: number; ranks: number[][] }>();
  for (const { count, ranks } of ballots) {
    const standing = ranks.map((group) => group.flatMap((at) => place.get(at) ?? [])).filter((group) => group.length > 0);
    merge(left, { count, ranks: standing });
  }
  return { kind: 'ranked', candidates: distinct ? stated : kept.map((at) => `${at + 1}`), ballots: [...left.values()], meta };
}
