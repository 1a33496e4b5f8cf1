import { carried, droppedOn, lookedAt, moved } from './board-moves.js';

const board = (...columns: string[]) => columns.map((cards, i) => ({ id: `c${i}`, cards: [...cards].map((id) => ({ id })) }));
const shape = (columns: ReturnType<typeof board>) => columns.map(({ cards }) => cards.map(({ id }) => id).join(''));

describe('a board by keyboard', () => {
  it('looks at the first card when none was looked at', () => {
    expect(lookedAt(board('', 'ab'), undefined, 'ArrowDown')).toBe('a');
  });

  it('steps over empty columns and stays at the edge', () => {
    expect(lookedAt(board('a', '', 'bc'), 'a', 'ArrowRight')).toBe('b');
    expect(lookedAt(board('a', '', 'bc'), 'b', 'ArrowRight')).toBe('b');
    expect(lookedAt(board('ab'), 'b', 'ArrowDown')).toBe('b');
  });

  it('carries a card down and up within its column', () => {
    expect(carried(board('abc'), 'a', 'ArrowDown')).toEqual({ columnId: 'c0', after: 'b' });
    expect(carried(board('abc'), 'b', 'ArrowUp')).toEqual({ columnId: 'c0', after: undefined });
    expect(carried(board('abc'), 'c', 'ArrowDown')).toBeUndefined();
    expect(carried(board('abc'), 'a', 'ArrowUp')).toBeUndefined();
  });

  it('carries a card into the next column at its height, or below the last', () => {
    expect(carried(board('ab', 'xyz'), 'b', 'ArrowRight')).toEqual({ columnId: 'c1', after: 'x' });
    expect(carried(board('ab', ''), 'b', 'ArrowRight')).toEqual({ columnId: 'c1', after: undefined });
    expect(carried(board('ab', ''), 'b', 'ArrowLeft')).toBeUndefined();
  });

  it('shows every card in exactly one place after a move', () => {
    expect(shape(moved(board('abc', 'xy'), 'b', { columnId: 'c1', after: 'x' }))).toEqual(['ac', 'xby']);
    expect(shape(moved(board('abc'), 'a', { columnId: 'c0', after: 'b' }))).toEqual(['bac']);
    expect(shape(moved(board('abc', ''), 'c', { columnId: 'c1' }))).toEqual(['ab', 'c']);
  });
});

describe('a card that is dropped', () => {
  it('on a column goes to its end', () => {
    expect(droppedOn(board('a', 'xy'), 'a', 'c1')).toEqual({ columnId: 'c1', after: 'y' });
  });

  it('on a card of another column takes its place', () => {
    expect(droppedOn(board('a', 'xy'), 'a', 'y')).toEqual({ columnId: 'c1', after: 'x' });
    expect(droppedOn(board('a', 'xy'), 'a', 'x')).toEqual({ columnId: 'c1', after: undefined });
  });

  it('on a card further down takes its place from above', () => {
    expect(shape(moved(board('abc'), 'a', droppedOn(board('abc'), 'a', 'c')!))).toEqual(['bca']);
  });

  it('on itself or on nothing known stays', () => {
    expect(droppedOn(board('ab'), 'a', 'a')).toBeUndefined();
    expect(droppedOn(board('ab'), 'a', 'zz')).toBeUndefined();
  });
});
