import { mergeEdit } from './edit.js';

const card = { version: 5, changedIn: { title: 5, description: 3 }, fields: { title: 'Chairs', description: 'red', dueOn: null } };

describe('two people edit one card (TSK-1)', () => {
  it('lets edits of different fields both succeed', () => {
    expect(mergeEdit(card, 4, { description: 'blue' })).toEqual({ conflicts: [], changes: { description: 'blue' } });
  });

  it('names the field that both changed, with both values', () => {
    expect(mergeEdit(card, 4, { title: 'Tables', dueOn: '2016-06-01' })).toEqual({
      conflicts: [{ field: 'title', theirs: 'Chairs', yours: 'Tables' }],
      changes: { dueOn: '2016-06-01' },
    });
  });

  it('finds nothing to argue about when both wrote the same', () => {
    expect(mergeEdit(card, 1, { title: 'Chairs' })).toEqual({ conflicts: [], changes: {} });
  });
});
