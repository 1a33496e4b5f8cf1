import { newId, newReference, readReference } from './ids.js';

describe('references (REF-CODE)', () => {
  it('reads a reference with spaces, dashes and lower case', () => {
    const reference = newReference();
    const written = `${reference.slice(0, 4)}-${reference.slice(4, 8)} ${reference.slice(8)}`.toLowerCase();
    expect(readReference(written)).toBe(reference);
  });

  it('notices any single wrong character', () => {
    const reference = newReference();
    for (let i = 0; i < reference.length; i += 1) {
      for (const other of 'ACDEFGHJKLMNPQRTUVWXY347') {
        if (other === reference[i]) continue;
        expect(readReference(reference.slice(0, i) + other + reference.slice(i + 1))).toBeUndefined();
      }
    }
  });
});

it('makes ids that sort by the time they were made', () => {
  const ids = Array.from({ length: 50 }, () => newId());
  expect([...ids].sort()).toEqual(ids);
});
