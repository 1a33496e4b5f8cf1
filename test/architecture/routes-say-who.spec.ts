import { type Route, allRoutes } from '../support/routes.js';

const withoutRule = (routes: readonly Route[]): string[] => routes.filter((r) => !r.rule).map((r) => r.name);
const rolesOfNoEvent = (routes: readonly Route[]): string[] =>
  routes.filter((r) => r.rule?.who === 'event roles' && !r.path.includes(':slug')).map((r) => r.name);
const declaredTwice = (routes: readonly Route[]): string[] => {
  const all = routes.map((r) => `${r.method} ${r.path}`);
  return all.filter((r, i) => all.indexOf(r) !== i);
};

describe('routes', () => {
  const routes = allRoutes();

  it('exist', () => {
    expect(routes.length).toBeGreaterThan(15);
  });

  it('each declare who may call them', () => {
    expect(withoutRule(routes)).toEqual([]);
  });

  it('ask for a role only where the path names the event', () => {
    expect(rolesOfNoEvent(routes)).toEqual([]);
  });

  it('are each declared once', () => {
    expect(declaredTwice(routes)).toEqual([]);
  });

  it('are found out when they do not', () => {
    const planted: Route = { name: 'X.open', method: 'GET', path: '/api/v1/x', rule: undefined, excluded: false };
    const roleful: Route = { ...planted, name: 'X.ofRole', rule: { who: 'event roles', roles: ['treasurer'] } };
    expect(withoutRule([...routes, planted])).toEqual(['X.open']);
    expect(rolesOfNoEvent([...routes, roleful])).toEqual(['X.ofRole']);
    expect(declaredTwice([...routes, planted, roleful])).toEqual(['GET /api/v1/x']);
  });
});
