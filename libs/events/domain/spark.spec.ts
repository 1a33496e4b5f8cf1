import { faultsOf, move } from '#kernel';
import { SPARK_STATES, opensConversation } from './spark.js';

describe('the states of a spark (SPK-2)', () => {
  it('has no unreachable state and no unknown target', () => {
    expect(faultsOf(SPARK_STATES, 'open')).toEqual([]);
  });

  it('goes from open over conversing to promoted, and never straight', () => {
    expect(move(SPARK_STATES, 'open', 'conversing')).toBe('conversing');
    expect(move(SPARK_STATES, 'conversing', 'promoted')).toBe('promoted');
    expect(() => move(SPARK_STATES, 'open', 'promoted')).toThrow(expect.objectContaining({ code: 'WRONG_STATE' }));
  });

  it('never undoes a promotion', () => {
    expect(SPARK_STATES.promoted).not.toContain('conversing');
    expect(SPARK_STATES.promoted).not.toContain('withdrawn');
  });

  it('opens the conversation at the threshold and not again (SPK-5)', () => {
    expect(opensConversation('open', 4, 5)).toBe(false);
    expect(opensConversation('open', 5, 5)).toBe(true);
    expect(opensConversation('conversing', 6, 5)).toBe(false);
  });
});
