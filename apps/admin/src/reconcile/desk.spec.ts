import { CLEAN_DESK, afterwards, difference, pressed, type Desk } from './desk.js';

const line = (amount: number) => ({ amount: { amount } });
const item = (id: string, amount: number, direction = 'in') => ({ id, direction, amount: { amount }, settled: { amount: 0 } });

const LINES = [line(5_000), line(-1_200), line(700)];
const ITEMS = [item('a', 5_000), item('b', 3_000), item('c', 2_000), item('d', 1_200, 'out')];
const press = (key: string, desk: Desk = CLEAN_DESK) => pressed(key, desk, LINES, ITEMS);

describe('reconciling by keyboard', () => {
  it('walks the lines and stops at both ends', () => {
    expect(press('ArrowDown')?.desk.line).toBe(1);
    expect(press('ArrowUp')?.desk.line).toBe(0);
    expect(press('ArrowDown', { ...CLEAN_DESK, line: 2 })?.desk.line).toBe(2);
  });

  it('changes to the expected items and back', () => {
    const right = press('ArrowRight')!.desk;
    expect(right.side).toBe('items');
    expect(press('ArrowDown', right)?.desk).toMatchObject({ side: 'items', line: 0, item: 1 });
    expect(press('ArrowLeft', right)?.desk.side).toBe('lines');
  });

  it('lays an item beside the line and puts it away with space', () => {
    const laid = press(' ', { ...CLEAN_DESK, side: 'items', item: 1 })!.desk;
    expect(laid.picked).toEqual(['b']);
    expect(press(' ', laid)?.desk.picked).toEqual([]);
  });

  it('puts everything away when another line is looked at', () => {
    expect(press('ArrowDown', { side: 'lines', line: 0, item: 2, picked: ['b'] })?.desk).toEqual({ ...CLEAN_DESK, line: 1 });
  });

  it('matches the best item at once when it is the whole line', () => {
    expect(press('Enter')?.wish).toEqual({ kind: 'match', items: ['a'] });
  });

  it('matches several items that together are the whole line', () => {
    expect(press('Enter', { side: 'items', line: 0, item: 2, picked: ['b', 'c'] })?.wish).toEqual({ kind: 'match', items: ['b', 'c'] });
  });

  it('does not match while something is left over', () => {
    expect(press('Enter', { side: 'items', line: 0, item: 1, picked: ['b'] })?.wish).toBeUndefined();
    expect(press('Enter', { ...CLEAN_DESK, line: 2 })?.wish).toBeUndefined();
  });

  it('asks to ignore the line with i', () => {
    expect(press('i', { ...CLEAN_DESK, line: 2 })?.wish).toEqual({ kind: 'ignore' });
  });

  it('does nothing when no line is left', () => {
    expect(pressed('Enter', CLEAN_DESK, [], ITEMS)).toBeUndefined();
  });
});

describe('the running difference', () => {
  it('comes down to nothing', () => {
    expect(difference(LINES[0]!, ITEMS, [])).toBe(5_000);
    expect(difference(LINES[0]!, ITEMS, ['b'])).toBe(2_000);
    expect(difference(LINES[0]!, ITEMS, ['b', 'c'])).toBe(0);
  });

  it('counts only what is still to come', () => {
    expect(difference(line(400), [{ id: 'p', direction: 'in', amount: { amount: 1_000 }, settled: { amount: 600 } }], ['p'])).toBe(0);
  });

  it('counts what goes out against money out', () => {
    expect(difference(LINES[1]!, ITEMS, ['d'])).toBe(0);
  });

  it('looks at the next line once one is explained', () => {
    expect(afterwards({ ...CLEAN_DESK, line: 2, picked: ['a'] }, 2)).toEqual({ ...CLEAN_DESK, line: 1 });
    expect(afterwards(CLEAN_DESK, 0).line).toBe(0);
  });
});
