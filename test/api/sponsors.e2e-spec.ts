import { LedgerModule } from '#ledger';
import { SponsorsModule } from '#sponsors';
import { type World, testWorld } from '../support/world.js';

type Headers = { authorization: string };

describe('sponsors over HTTP', () => {
  let world: World;
  let base: string;
  let sponsors: Headers;
  let organiser: Headers;
  let treasurer: Headers;
  let stranger: Headers;
  let keys = 0;

  beforeAll(async () => {
    world = await testWorld([LedgerModule, SponsorsModule]);
    const { eventId, slug } = await world.event();
    base = `/api/v1/events/${slug}`;
    const as = async (role: 'sponsors' | 'organiser' | 'treasurer') =>
      world.signIn(await world.account({ roles: [{ eventId, roles: [role] }] }));
    [sponsors, organiser, treasurer] = await Promise.all([as('sponsors'), as('organiser'), as('treasurer')]);
    stranger = await world.signIn(await world.account());
  });
  afterAll(() => world.close());

  const post = (path: string, as: Headers, body: object = {}) =>
    world
      .http()
      .post(`${base}${path}`)
      .set({ ...as, 'idempotency-key': `sponsors-${(keys += 1)}` })
      .send(body);
  const gold = {
    name: 'Gold',
    year: 2026,
    price: { amount: 100_000, currency: 'GBP' },
    capacity: 2,
    benefits: [{ name: 'Logo on the badge', kind: 'visibility', needsAsset: true, dueDaysBefore: 21 }],
  };

  it('takes a deal from a package to an invoice and onto the thank-you list', async () => {
    const packages = await post('/sponsor-packages', sponsors, gold).expect(201);
    const packageId = (packages.body as { items: { id: string }[] }).items[0]!.id;
    const opened = await post('/deals', sponsors, { organisation: 'Bright Clinic', packageId }).expect(201);
    const { id } = opened.body as { id: string };
    for (const to of ['contacted', 'proposed', 'negotiating', 'agreed']) await post(`/deals/${id}/move`, sponsors, { to }).expect(200);
    expect((await world.http().get(`${base}/sponsors`).expect(200)).body).toMatchObject({ items: [] });
    expect((await post(`/deals/${id}/move`, sponsors, { to: 'contracted' }).expect(403)).body).toMatchObject({
      code: 'SECOND_PERSON_NEEDED',
    });
    await post(`/deals/${id}/move`, organiser, { to: 'contracted' }).expect(200);
    const invoiced = await post(`/deals/${id}/move`, treasurer, { to: 'invoiced', purchaseOrder: 'PO 7' }).expect(200);
    expect(invoiced.body).toMatchObject({
      state: 'invoiced',
      invoice: { number: 'INV-2026-0001', amount: { amount: 100_000, currency: 'GBP' }, purchaseOrder: 'PO 7' },
    });
    const thanks = await world.http().get(`${base}/sponsors`).expect(200);
    expect(thanks.body).toMatchObject({
      items: [{ organisation: 'Bright Clinic', kind: 'cash', what: 'Gold', gets: ['Logo on the badge'] }],
      cash: { amount: 100_000 },
    });
    const list = await world.http().get(`${base}/sponsor-packages`).expect(200);
    expect(list.body).toMatchObject({ items: [{ name: 'Gold', capacity: 2, left: 1 }] });
  });

  it('takes a gift in kind from its offer into the books', async () => {
    const offered = await post('/in-kind-gifts', sponsors, {
      organisation: 'The University',
      description: 'The great hall',
      category: 'Venue',
    }).expect(201);
    const { id } = offered.body as { id: string };
    const value = { value: { amount: 600_000, currency: 'GBP' }, basisKind: 'comparable_rent', basis: 'Town hall' };
    await post(`/in-kind-gifts/${id}/value`, sponsors, value).expect(403);
    await post(`/in-kind-gifts/${id}/value`, treasurer, { ...value, value: { amount: 1, currency: 'EUR' } }).expect(422);
    expect((await post(`/in-kind-gifts/${id}/value`, treasurer, value).expect(200)).body).toMatchObject({ needsSecond: true });
    await post(`/in-kind-gifts/${id}/accept`, treasurer).expect(403);
    await post(`/in-kind-gifts/${id}/accept`, organiser).expect(200);
    await post(`/in-kind-gifts/${id}/receive`, organiser, { receivedOn: '2026-05-01' }).expect(200);
    expect((await post(`/in-kind-gifts/${id}/recognise`, treasurer).expect(200)).body).toMatchObject({ state: 'recognised', next: [] });
  });

  it('refuses strangers, slots without a decision, and other currencies', async () => {
    await post('/deals', stranger, { organisation: 'x' }).expect(403);
    await world.http().get(`${base}/deals`).expect(401);
    const slot = { ...gold, name: 'Talk', benefits: [{ name: 'Keynote', kind: 'programme_slot' }] };
    expect((await post('/sponsor-packages', sponsors, slot).expect(422)).body).toMatchObject({ code: 'SLOT_NEEDS_A_DECISION' });
    await post('/sponsor-packages', sponsors, { ...gold, name: 'Euro', price: { amount: 1, currency: 'EUR' } }).expect(422);
    await post('/in-kind-gifts', sponsors, { organisation: 'x', description: 'y', category: 'Votes' }).expect(422);
  });
});
