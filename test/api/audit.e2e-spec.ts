import { AuditModule } from '#audit';
import { type World, testWorld } from '../support/world.js';

describe('the audit list', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld([AuditModule]);
  });
  afterAll(() => world.close());

  it('shows an event to its organisers page by page, and everything to administrators', async () => {
    const [mine, other] = [await world.event(), await world.event()];
    const organiser = await world.account({ name: 'Olga', roles: [{ eventId: mine.eventId, roles: ['organiser'] }] });
    const headers = await world.signIn(organiser);
    const path = `/api/v1/events/${mine.slug}/audit`;
    const first = await world.http().get(`${path}?limit=1`).set(headers).expect(200);
    expect(first.body).toMatchObject({ items: [{ action: 'role granted', subjectId: organiser.accountId, to: 'organiser' }] });
    const { next } = first.body as { next: string };
    const second = await world.http().get(`${path}?limit=1&after=${next}`).set(headers).expect(200);
    expect(second.body).toMatchObject({ items: [{ action: 'role granted', subjectId: mine.owner.accountId, to: 'owner' }], next: null });
    await world.http().get(`/api/v1/events/${other.slug}/audit`).set(headers).expect(403);
    await world.http().get('/api/v1/admin/audit').set(headers).expect(403);
    const admin = await world.signIn(await world.account({ admin: true }));
    const all = await world.http().get('/api/v1/admin/audit?subjectKind=account').set(admin).expect(200);
    expect((all.body as { items: object[] }).items.length).toBeGreaterThanOrEqual(4);
    await world.http().get(`${path}?after=nonsense`).set(headers).expect(422);
  });
});
