import { beatsAll, duelRows } from './duel-table';

describe('the table of duels', () => {
  const table = {
    options: ['y', 'x', 'z'],
    votes: [
      [0, 4, 5],
      [6, 0, 9],
      [5, 1, 0],
    ],
  };

  it('says of each duel who won and how clearly, who wins most first', () => {
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
    const tied = [
      [0, 3],
      [3, 0],
    ];
    expect(beatsAll({ options: ['a', 'b'], votes: tied })).toBeUndefined();
  });
});
