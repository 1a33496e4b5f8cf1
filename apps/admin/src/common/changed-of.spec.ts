import { changedOf } from './changed-of.js';

describe('what a form sends of a record it edits (TSK-1)', () => {
  it('leaves out what nobody touched', () => {
    expect(changedOf({ title: 'New', description: 'same' }, { title: 'Old', description: 'same' }, ['title', 'description'])).toEqual({
      title: 'New',
    });
  });

  it('empties a field with null', () => {
    expect(changedOf({ dueOn: undefined }, { dueOn: '2016-06-01' }, ['dueOn'])).toEqual({ dueOn: null });
  });

  it('takes empty and absent for the same', () => {
    expect(changedOf({ dueOn: null }, {}, ['dueOn'])).toEqual({});
  });
});
