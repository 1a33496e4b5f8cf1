import { DEFAULT_BOUNDS, faultsOfText } from './proposal-text.js';

describe('the text of a proposal (PRP-2)', () => {
  it('takes 15 to 150 characters of title and up to 500 of body', () => {
    expect(faultsOfText({ title: 'x'.repeat(15), body: '' }, DEFAULT_BOUNDS)).toEqual([]);
    expect(faultsOfText({ title: 'x'.repeat(150), body: 'y'.repeat(500) }, DEFAULT_BOUNDS)).toEqual([]);
  });

  it('names the field and the bound', () => {
    expect(faultsOfText({ title: 'x'.repeat(14), body: 'y'.repeat(501) }, DEFAULT_BOUNDS)).toEqual([
      { pointer: '/title', message: 'must have 15 to 150 characters, has 14' },
      { pointer: '/body', message: 'must have at most 500 characters, has 501' },
    ]);
  });
});
