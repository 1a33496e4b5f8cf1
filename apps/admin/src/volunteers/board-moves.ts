/** As much of a board as moving needs. */
export interface Columns {
  id: string;
  cards: { id: string }[];
}

/** Where a card is asked to go: into a column, below a card (or on top). */
export interface Place {
  columnId: string;
  after?: string;
}

const ARROWS: Record<string, [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const find = (columns: readonly Columns[], cardId: string): [column: number, row: number] | undefined => {
  for (const [c, column] of columns.entries()) {
    const r = column.cards.findIndex(({ id }) => id === cardId);
    if (r >= 0) return [c, r];
  }
  return undefined;
};

const below = (column: Columns, row: number): Place => ({ columnId: column.id, after: row > 0 ? column.cards[row - 1]?.id : undefined });

/** Where an arrow key puts the card that is held; undefined where there is no way on. In another column it keeps its height. */
export function carried(columns: readonly Columns[], cardId: string, key: string): Place | undefined {
  const arrow = ARROWS[key];
  const at = find(columns, cardId);
  if (!arrow || !at) return undefined;
  const [c, r] = [at[0] + arrow[0], at[1] + arrow[1]];
  const column = columns[c];
  if (!column || r < 0) return undefined;
  if (arrow[0] !== 0) return below(column, Math.min(r, column.cards.length));
  if (r >= column.cards.length) return undefined;
  const others = { ...column, cards: column.cards.filter(({ id }) => id !== cardId) };
  return below(others, r);
}

/** The card that an arrow key looks at next, from `cardId`; empty columns are stepped over. */
export function lookedAt(columns: readonly Columns[], cardId: string | undefined, key: string): string | undefined {
  const arrow = ARROWS[key];
  if (!arrow) return undefined;
  const at = cardId === undefined ? undefined : find(columns, cardId);
  if (!at) return columns.find(({ cards }) => cards.length > 0)?.cards[0]?.id;
  const [across, down] = arrow;
  if (across === 0) return columns[at[0]]?.cards[at[1] + down]?.id ?? cardId;
  for (let c = at[0] + across; c >= 0 && c < columns.length; c += across) {
    const cards = columns[c]?.cards ?? [];
    if (cards.length > 0) return cards[Math.min(at[1], cards.length - 1)]?.id;
  }
  return cardId;
}

/** The board as it will look once the card is there: shown at once, replaced by what the API answers. */
export function moved<C extends Columns>(columns: readonly C[], cardId: string, { columnId, after }: Place): C[] {
  const card = columns.flatMap(({ cards }) => cards).find(({ id }) => id === cardId);
  if (!card) return [...columns];
  return columns.map((column) => {
    const cards = column.cards.filter(({ id }) => id !== cardId);
    if (column.id !== columnId) return { ...column, cards };
    const row = after === undefined ? 0 : cards.findIndex(({ id }) => id === after) + 1;
    return { ...column, cards: cards.toSpliced(row, 0, card) };
  });
}

/** Where a card goes that is dropped on something: on a card it takes that card's place, on a column it goes to its end. */
export function droppedOn(columns: readonly Columns[], cardId: string, overId: string): Place | undefined {
  if (cardId === overId) return undefined;
  const column = columns.find(({ id }) => id === overId);
  if (column) return { columnId: column.id, after: column.cards.filter(({ id }) => id !== cardId).at(-1)?.id };
  const over = find(columns, overId);
  const from = find(columns, cardId);
  const target = over && columns[over[0]];
  if (!over || !target) return undefined;
  const others = { ...target, cards: target.cards.filter(({ id }) => id !== cardId) };
  const row = others.cards.findIndex(({ id }) => id === overId);
  const goesBelow = from !== undefined && from[0] === over[0] && from[1] < over[1];
  return below(others, goesBelow ? row + 1 : row);
}
