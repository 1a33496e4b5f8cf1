import { allRoutes } from '../support/routes.js';

describe('routes', () => {
  const routes = allRoutes();

  it('exist', () => {
    expect(routes.length).toBeGreaterThan(15);
  });

  it('each declare who may call them', () => {
    expect(routes.filter((r) => !r.rule).map((r) => r.name)).toEqual([]);
  });

  it('ask for a role only where the path names the event', () => {
    expect(routes.filter((r) => r.rule?.who === 'event roles' && !r.path.includes(':slug')).map((r) => r.name)).toEqual([]);
  });

  it('are each declared once', () => {
    const all = routes.map((r) => `${r.method} ${r.path}`);
    expect(all.filter((r, i) => all.indexOf(r) !== i)).toEqual([]);
  });
});
