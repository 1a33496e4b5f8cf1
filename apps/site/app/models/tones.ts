const GOOD = new Set(['funded', 'delivered', 'scheduled', 'decided']);
const OVER = new Set(['not_funded', 'dropped', 'withdrawn', 'merged', 'rejected', 'hidden', 'void', 'draft']);

/** The look of a state's tag; the word beside it says the same. */
export const toneOf = (state: string): 'good-tag' | 'quiet-tag' | '' => (GOOD.has(state) ? 'good-tag' : OVER.has(state) ? 'quiet-tag' : '');
