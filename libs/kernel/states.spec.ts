import { faultsOf, move, type StateTable } from './states.js';

const door: StateTable<'open' | 'closed' | 'locked'> = { open: ['closed'], closed: ['open', 'locked'], locked: ['closed'] };

describe('state tables (G2)', () => {
  it('answers the target of an allowed move', () => {
    expect(move(door, 'closed', 'locked')).toBe('locked');
  });

  it('refuses any other move and says which are allowed', () => {
    expect(() => move(door, 'open', 'locked')).toThrow(
      expect.objectContaining({ code: 'WRONG_STATE', details: { from: 'open', to: 'locked', allowed: ['closed'] } }),
    );
  });

  it('finds states that cannot be reached and targets that do not exist', () => {
    expect(faultsOf(door, 'open')).toEqual([]);
    expect(faultsOf({ a: ['z'], b: [] } as unknown as StateTable<'a' | 'b'>, 'a')).toEqual(['a → z: no such state', 'b cannot be reached']);
  });
});
