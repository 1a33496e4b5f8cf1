import { beatsAll, duelRows } from './duel-table';

describe('the table of duels', () => {
  const table = {
    candidates: ['x', 'y', 'z'],
    votes: [
      [null, 6, 9],
      [4, null, 5],
      [1, 5, null],
    ],
  };

  it('says of each duel who won and how clearly', () => {
    const [x, y] = duelRows(table);
    expect(x).toEqual({
      id: 'x',
      cells: [
        null,
        { against: 'y', votes: 6, other: 4, outcome: 'won', shade: 0 },
        { against: 'z', votes: 9, other: 1, outcome: 'won', shade: 3 },
      ],
    });
    expect(y!.cells[2]).toMatchObject({ outcome: 'tied', shade: 0 });
  });

  it('names who beats every other, if anybody does', () => {
    expect(beatsAll(table)).toBe('x');
    expect(
      beatsAll({
        candidates: ['a', 'b'],
        votes: [
          [null, 3],
          [3, null],
        ],
      }),
    ).toBeUndefined();
  });
});
