import { toldApart } from './told-apart.js';

describe('titles of one ballot', () => {
  it('carry their number where they read alike, and only there', () => {
    expect(toldApart(['Stage', 'Tea', ' stage', 'Café'])).toEqual(['Stage (1)', 'Tea', ' stage (3)', 'Café']);
    expect(toldApart(['Tea', 'Café'])).toEqual(['Tea', 'Café']);
  });

  it('are told apart even from one that was written like a numbered one', () => {
    const titles = toldApart(['Stage', 'Stage', 'Stage (2)']);
    expect(new Set(titles).size).toBe(3);
  });
});
