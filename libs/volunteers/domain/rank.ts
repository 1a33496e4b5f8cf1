const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;

/** Ranks longer than this are worth renumbering their column. */
export const LONG_RANK = 60;

const digit = (rank: string, i: number): number => (i < rank.length ? DIGITS.indexOf(rank[i]!) : 0);

/**
 * A rank strictly between two others, as a fraction written in base 62 that sorts as bytes (TSK-3). Null means the
 * start or the end of the column. Never ends in `0`, so there is always room before it. Throws unless before < after.
 */
export function rankBetween(before: string | null, after: string | null): string {
  const low = before ?? '';
  if (after !== null && low >= after) throw new RangeError(`there is nothing between ${low} and ${after}`);
  let rank = '';
  for (let i = 0; ; i += 1) {
    const from = digit(low, i);
    // Once we are strictly below the upper neighbour, only the lower one binds.
    const to = after !== null && after.startsWith(rank) ? digit(after, i) : BASE;
    if (to - from > 1) return rank + DIGITS[from + Math.floor((to - from) / 2)]!;
    rank += DIGITS[from]!;
  }
}

/** Ranks for `count` cards in a row, short and evenly spread: for renumbering a column. */
export function evenRanks(count: number): string[] {
  let width = 1;
  while (BASE ** width <= count + 1) width += 1;
  const step = BASE ** width / (count + 1);
  return Array.from({ length: count }, (_, i) => written(Math.floor(step * (i + 1)), width));
}

function written(value: number, width: number): string {
  let rank = '';
  for (let i = 0, rest = value; i < width; i += 1, rest = Math.floor(rest / BASE)) rank = DIGITS[rest % BASE]! + rank;
  return rank.replace(/0+$/, '');
}
