import { pressed } from './queue-keys.js';

describe('the moderation queue by keyboard', () => {
  it('walks down with j and up with k', () => {
    expect(pressed('j', 0, 3)).toEqual({ at: 1 });
    expect(pressed('k', 2, 3)).toEqual({ at: 1 });
  });

  it('stops at both ends', () => {
    expect(pressed('j', 2, 3)).toEqual({ at: 2 });
    expect(pressed('k', 0, 3)).toEqual({ at: 0 });
  });

  it('decides on the case that is looked at', () => {
    expect(pressed('h', 1, 3)).toEqual({ at: 1, decision: 'hide' });
    expect(pressed('r', 1, 3)).toEqual({ at: 1, decision: 'restore' });
  });

  it('looks at the last case when the queue has become shorter', () => {
    expect(pressed('h', 5, 2)).toEqual({ at: 1, decision: 'hide' });
  });

  it('leaves other keys and an empty queue alone', () => {
    expect(pressed('x', 0, 3)).toBeUndefined();
    expect(pressed('h', 0, 0)).toBeUndefined();
  });
});
