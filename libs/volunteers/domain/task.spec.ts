import { faultsOf } from '#kernel';
import { moveTask, TASK_STATES } from './task.js';

const ann = { accountId: 'ann', coordinates: false };
const cora = { accountId: 'cora', coordinates: true };

describe('a task', () => {
  it('has a sound state table', () => {
    expect(faultsOf(TASK_STATES, 'backlog')).toEqual([]);
  });

  it('is moved by whoever holds it, or by anyone while nobody does', () => {
    expect(moveTask({ state: 'ready', assigneeId: 'ann', openBlockers: 0 }, 'doing', ann)).toBe('doing');
    expect(moveTask({ state: 'ready', assigneeId: null, openBlockers: 0 }, 'doing', ann)).toBe('doing');
    expect(() => moveTask({ state: 'ready', assigneeId: 'ben', openBlockers: 0 }, 'doing', ann)).toThrow(
      expect.objectContaining({ code: 'SOMEBODY_ELSES_TASK' }),
    );
    expect(moveTask({ state: 'ready', assigneeId: 'ben', openBlockers: 0 }, 'doing', cora)).toBe('doing');
  });

  it('is reopened by a coordinator only', () => {
    expect(() => moveTask({ state: 'done', assigneeId: 'ann', openBlockers: 0 }, 'doing', ann)).toThrow(
      expect.objectContaining({ code: 'COORDINATOR_NEEDED' }),
    );
    expect(moveTask({ state: 'done', assigneeId: 'ann', openBlockers: 0 }, 'doing', cora)).toBe('doing');
  });

  it('is not done while it waits for an open one (TSK-4)', () => {
    expect(() => moveTask({ state: 'review', assigneeId: 'ann', openBlockers: 2 }, 'done', cora)).toThrow(
      expect.objectContaining({ code: 'TASK_BLOCKED', details: { openBlockers: 2 } }),
    );
  });
});
