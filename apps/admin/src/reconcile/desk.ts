/** As much of a bank line and of an expected item as matching needs; amounts in minor units. */
interface Sum {
  amount: { amount: number };
}
interface Expected {
  id: string;
  direction: string;
  amount: { amount: number };
  /** What has arrived of it. */
  settled: { amount: number };
}

/** Where one looks on the reconciliation screen, and what is laid beside the line. */
export interface Desk {
  side: 'lines' | 'items';
  line: number;
  item: number;
  /** Ids of the expected items laid beside the line. */
  picked: readonly string[];
}

export const CLEAN_DESK: Desk = { side: 'lines', line: 0, item: 0, picked: [] };

export type Wish = { kind: 'match'; items: readonly string[] } | { kind: 'ignore' };

/** An expected item signed like a bank line: what is still to come in, or to go out. */
export const signed = ({ direction, amount, settled }: Expected): number =>
  (direction === 'out' ? -1 : 1) * (amount.amount - settled.amount);

/** What of the line the items laid beside it leave unexplained, minor units; 0 when they are the whole line. */
export const difference = (line: Sum, items: readonly Expected[], picked: readonly string[]): number =>
  items.filter(({ id }) => picked.includes(id)).reduce((rest, item) => rest - signed(item), line.amount.amount);

const within = (at: number, count: number): number => Math.max(0, Math.min(at, count - 1));

const toggled = (picked: readonly string[], id: string): readonly string[] =>
  picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id];

/** Looks at another line: whatever was laid beside the one before is put away. */
export const lookAtLine = (line: number): Desk => ({ ...CLEAN_DESK, line });

/** Enter matches what was picked, else the item looked at, else the best one, and only when nothing is left over. */
function wanted(desk: Desk, line: Sum, items: readonly Expected[]): Wish | undefined {
  const one = items[desk.side === 'items' ? desk.item : 0];
  const ids = desk.picked.length > 0 ? desk.picked : one ? [one.id] : [];
  return ids.length > 0 && difference(line, items, ids) === 0 ? { kind: 'match', items: ids } : undefined;
}

/**
 * What a key does: arrows walk and change sides, space lays an item beside the line or puts it away, Enter matches,
 * i ignores the line. Undefined for a key that means nothing here.
 */
export function pressed(
  key: string,
  desk: Desk,
  lines: readonly Sum[],
  items: readonly Expected[],
): { desk: Desk; wish?: Wish } | undefined {
  const line = lines[within(desk.line, lines.length)];
  if (!line) return undefined;
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step && desk.side === 'lines') return { desk: lookAtLine(within(desk.line + step, lines.length)) };
  if (step) return { desk: { ...desk, item: within(desk.item + step, items.length) } };
  if (key === 'ArrowRight' && items.length > 0) return { desk: { ...desk, side: 'items' } };
  if (key === 'ArrowLeft') return { desk: { ...desk, side: 'lines' } };
  const item = items[within(desk.item, items.length)];
  if (key === ' ' && item) return { desk: { ...desk, side: 'items', picked: toggled(desk.picked, item.id) } };
  if (key === 'i') return { desk, wish: { kind: 'ignore' } };
  if (key === 'Enter') return { desk, wish: wanted(desk, line, items) };
  return undefined;
}

/** Once a line is explained it leaves the list: the one after it moves up under the eyes. */
export const afterwards = (desk: Desk, linesLeft: number): Desk => lookAtLine(within(desk.line, linesLeft));
