import { MENU, menuFor } from './menu.js';

const names = (...args: Parameters<typeof menuFor>) => menuFor(...args).flatMap((group) => group.entries.map((entry) => entry.name));

describe('the menu', () => {
  it('has at most seven entries in a group', () => {
    for (const group of MENU) expect(group.entries.length).toBeLessThanOrEqual(7);
  });

  it('names each entry once', () => {
    const all = MENU.flatMap((group) => group.entries.map((entry) => entry.name));
    expect(new Set(all).size).toBe(all.length);
  });

  it('leads a treasurer to the bank lines', () => {
    expect(names({ roles: ['treasurer'], isAdmin: false })).toEqual(
      expect.arrayContaining(['statements', 'reconcile', 'expenses', 'pledges']),
    );
  });

  it('keeps money work out of a volunteer’s sight', () => {
    const seen = names({ roles: ['volunteer'], isAdmin: false });
    expect(seen).toEqual(expect.arrayContaining(['boards', 'hours', 'shifts']));
    expect(seen).not.toContain('reconcile');
    expect(seen).not.toContain('moderation');
  });

  it('adds up what several roles see', () => {
    const seen = names({ roles: ['moderator', 'treasurer'], isAdmin: false });
    expect(seen).toEqual(expect.arrayContaining(['moderation', 'reconcile']));
  });

  it('shows accounts and what was reported on the open wall to whoever runs the installation, and to nobody else', () => {
    expect(names({ roles: [], isAdmin: true })).toEqual(['audit', 'open-wall', 'accounts']);
    expect(names({ roles: ['owner'], isAdmin: false })).not.toContain('accounts');
  });
});
