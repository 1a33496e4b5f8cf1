import { readReference } from '#kernel';

export interface MatchableLine {
  amount_minor: bigint;
  currency: string;
  booked_on: string;
  text: string;
  counterparty: string;
  bank_reference: string;
}

export interface MatchableItem {
  id: string;
  kind: string;
  direction: 'in' | 'out';
  amount_minor: bigint;
  settled_minor: bigint;
  currency: string;
  reference: string | null;
  expected_on: string | null;
}

export interface Suggestion<Item extends MatchableItem> {
  item: Item;
  /** 0 to 100. */
  score: number;
  reasons: string[];
  /** Exact amount and exact valid code: good enough for no one to look (REC-7). */
  certain: boolean;
}

const DAY_MS = 86_400_000;
/** What banks on the way may keep of a transfer: up to 25.00 of a two-decimal currency. */
const MOST_KEPT_BY_BANKS = 2_500n;

/** What a line could be, best first. Another currency or the other direction is no candidate; nothing that scores nothing is shown. */
export function suggest<Item extends MatchableItem>(line: MatchableLine, items: readonly Item[]): Suggestion<Item>[] {
  const written = squeeze(`${line.text} ${line.counterparty} ${line.bank_reference}`);
  const suggestions = items
    .filter((item) => item.currency === line.currency && (item.direction === 'in') === line.amount_minor > 0n)
    .map((item) => score(line, written, item))
    .filter((s) => s.score > 0)
    .sort((a, b) => b.score - a.score || (a.item.id < b.item.id ? -1 : 1));
  const certain = suggestions.filter((s) => s.certain);
  return certain.length > 1 ? suggestions.map((s) => ({ ...s, certain: false })) : suggestions;
}

function score<Item extends MatchableItem>(line: MatchableLine, written: string, item: Item): Suggestion<Item> {
  const reasons: string[] = [];
  let points = 0;
  const add = (worth: number, reason: string): void => {
    points += worth;
    reasons.push(reason);
  };
  const amount = line.amount_minor < 0n ? -line.amount_minor : line.amount_minor;
  const left = item.amount_minor - item.settled_minor;
  const exact = amount === left;
  const found = item.reference === null ? 'not there' : findCode(written, squeeze(item.reference));
  if (exact) add(45, 'the amount is exact');
  if (found === 'exact') add(45, 'the reference is in the text');
  if (found === 'one off') add(25, 'the reference is in the text with one wrong character');
  if (item.kind === 'payout' && written.includes('STRIPE')) add(20, 'the text names the payment processor');
  if (found !== 'not there' && !exact && amount < left && left - amount <= MOST_KEPT_BY_BANKS)
    add(10, 'a little is missing: a bank may have kept it');
  if (found !== 'not there' && !exact && amount > left) add(5, 'more than expected');
  if (points > 0 && item.expected_on !== null) {
    const days = Math.abs(Date.parse(line.booked_on) - Date.parse(item.expected_on)) / DAY_MS;
    if (days <= 3) add(10, 'it comes when it was expected');
    else if (days <= 10) add(5, 'it comes about when it was expected');
  }
  const isCode = item.reference !== null && readReference(item.reference) !== undefined;
  return { item, score: Math.min(points, 100), reasons, certain: exact && found === 'exact' && isCode };
}

/** Upper case without anything but letters and digits: how a reference survives banks, forms and hands. */
const squeeze = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

function findCode(written: string, code: string): 'exact' | 'one off' | 'not there' {
  if (code.length < 4) return 'not there';
  if (written.includes(code)) return 'exact';
  for (let start = 0; start + code.length <= written.length; start += 1) {
    let wrong = 0;
    for (let i = 0; i < code.length && wrong < 2; i += 1) if (written[start + i] !== code[i]) wrong += 1;
    if (wrong === 1) return 'one off';
  }
  return 'not there';
}

/** The certain matches of some lines, in order; an item is given away once. Only items of exactly a line's amount need to be offered. */
export function certainMatches<Line extends MatchableLine, Item extends MatchableItem>(
  lines: readonly Line[],
  items: readonly Item[],
): { line: Line; item: Item }[] {
  const byAmount = new Map<bigint, Item[]>();
  for (const item of items) {
    const left = item.amount_minor - item.settled_minor;
    byAmount.set(left, [...(byAmount.get(left) ?? []), item]);
  }
  const taken = new Set<Item>();
  const found: { line: Line; item: Item }[] = [];
  for (const line of lines) {
    const sameAmount = byAmount.get(line.amount_minor < 0n ? -line.amount_minor : line.amount_minor) ?? [];
    const left = sameAmount.filter((i) => !taken.has(i));
    const item = suggest(line, left).find((s) => s.certain)?.item;
    if (!item) continue;
    taken.add(item);
    found.push({ line, item });
  }
  return found;
}
