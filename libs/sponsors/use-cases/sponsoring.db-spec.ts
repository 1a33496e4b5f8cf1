import { type Id, money } from '#kernel';
import { type ExpectedItemMatched, Ledger, LedgerModule } from '#ledger';
import { Checks, type EventScope } from '#platform';
import { type TestAccount, type World, testWorld } from '../../../test/support/world.js';
import { SponsorsModule } from '../sponsors.module.js';
import type { DealState } from '../domain/deal.js';
import { InvoicesStore } from '../store/invoices.store.js';
import { AcceptGift } from './accept-gift.js';
import { KeepBenefits } from './keep-benefits.js';
import { KeepGifts } from './keep-gifts.js';
import { KeepPackages } from './keep-packages.js';
import { MoveDeal } from './move-deal.js';
import { OpenDeal } from './open-deal.js';
import { ShowDeals } from './show-deals.js';

let world: World;
let scope: EventScope;
let ann: TestAccount;
let ben: TestAccount;
let tia: TestAccount;
let year = 2020;

beforeAll(async () => {
  world = await testWorld([LedgerModule, SponsorsModule]);
});
beforeEach(async () => {
  ({ scope } = await world.event());
  const inEvent = (name: string, ...roles: ('sponsors' | 'organiser' | 'treasurer')[]) =>
    world.account({ name, roles: [{ eventId: scope.eventId, roles }] });
  [ann, ben, tia] = await Promise.all([inEvent('Ann', 'sponsors'), inEvent('Ben', 'organiser'), inEvent('Tia', 'treasurer')]);
});
afterEach(async () => {
  const broken = (await world.get(Checks).askAll()).filter((check) => check.violations.length > 0);
  expect(broken).toEqual([]);
});
afterAll(() => world.close());

const codes = (results: PromiseSettledResult<unknown>[]) =>
  results.map((r) => (r.status === 'fulfilled' ? 'done' : (r.reason as { code?: string }).code)).sort();

async function open(over: object = {}): Promise<Id<'deal'>> {
  return world.get(OpenDeal).execute(scope, ann.actor, { organisation: 'Bright Clinic', priceMinor: 100_000n, ...over });
}

async function take(id: string, ...steps: [DealState, TestAccount?, string?][]): Promise<void> {
  for (const [to, by = ann, reason] of steps) await world.get(MoveDeal).execute(scope, by.actor, id, { to, reason });
}
const toAgreed: [DealState][] = [['contacted'], ['proposed'], ['negotiating'], ['agreed']];

async function journal(): Promise<string[]> {
  const rows = await world.database.query<{ line: string }>(
    `select string_agg(l.account || ' ' || (l.debit_minor - l.credit_minor), ', ' order by l.debit_minor desc) as line
       from ledger.journal_entry e join ledger.journal_line l on l.event_id = e.event_id and l.entry_id = e.id
      where e.event_id = $1 group by e.id order by e.id`,
    [scope.eventId],
  );
  return rows.map((r) => r.line);
}

const stateOf = async (id: string) => (await world.get(ShowDeals).one(scope.eventId, id)).deal.state;

async function bankSays(
  type: 'ExpectedItemMatched' | 'ExpectedItemUnmatched',
  sourceId: string,
  amount: number,
  lineId: string,
): Promise<void> {
  const body = { kind: 'sponsor_invoice', sourceId, amount, currency: 'GBP', lineId, whole: true };
  await world.unitOfWork.run((tx) => tx.fact({ type, eventId: scope.eventId, body } as ExpectedItemMatched));
  await world.drain();
}

const LINE_1 = '00000000-0000-7000-8000-000000000001';
const LINE_2 = '00000000-0000-7000-8000-000000000002';

describe('a cash deal', () => {
  it('goes from lead to thanks, through a second person, an invoice and the bank', async () => {
    const id = await open();
    await take(id, ...toAgreed);
    await expect(take(id, ['contracted', ann])).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    await take(id, ['contracted', ben]);
    await expect(take(id, ['invoiced', ben])).rejects.toMatchObject({ code: 'TREASURER_NEEDED' });
    await take(id, ['invoiced', tia]);
    await expect(take(id, ['paid', tia])).rejects.toMatchObject({ code: 'PAID_BY_BANK_ONLY' });
    expect(await journal()).toEqual(['Assets:Receivable:Invoices 100000, Liabilities:Deferred:Sponsorship -100000']);
    const invoice = (await world.get(InvoicesStore).openOf(world.database, scope.eventId, id))!;
    expect(invoice).toMatchObject({ number: 'INV-2026-0001', issuedOn: '2026-05-01', dueOn: '2026-05-31' });
    await bankSays('ExpectedItemMatched', invoice.id, 60_000, LINE_1);
    expect(await stateOf(id)).toBe('invoiced');
    await bankSays('ExpectedItemMatched', invoice.id, 40_000, LINE_2);
    expect(await stateOf(id)).toBe('paid');
    await take(id, ['fulfilling'], ['fulfilled'], ['thanked']);
  });

  it('is invoiced again when the treasurer takes the match back', async () => {
    const id = await open();
    await take(id, ...toAgreed, ['contracted', ben], ['invoiced', tia]);
    const invoice = (await world.get(InvoicesStore).openOf(world.database, scope.eventId, id))!;
    await bankSays('ExpectedItemMatched', invoice.id, 100_000, LINE_1);
    await bankSays('ExpectedItemUnmatched', invoice.id, 100_000, LINE_1);
    expect(await stateOf(id)).toBe('invoiced');
    await bankSays('ExpectedItemMatched', invoice.id, 100_000, LINE_1);
    expect(await stateOf(id)).toBe('paid');
  });

  it('credits the invoice when the sponsor steps back', async () => {
    const id = await open();
    await take(id, ...toAgreed, ['contracted', ben], ['invoiced', tia], ['withdrawn', tia, 'merged with another clinic']);
    expect(await journal()).toEqual([
      'Assets:Receivable:Invoices 100000, Liabilities:Deferred:Sponsorship -100000',
      'Liabilities:Deferred:Sponsorship 100000, Assets:Receivable:Invoices -100000',
    ]);
  });

  it('numbers invoices without a gap when 12 are issued at once (INV-1)', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => open()));
    for (const id of ids) await take(id, ...toAgreed, ['contracted', ben]);
    await Promise.all(ids.map((id) => take(id, ['invoiced', tia])));
    const numbers = await world.database.query<{ number: string }>(
      'select number from sponsors.invoice where event_id = $1 order by number',
      [scope.eventId],
    );
    expect(numbers.map((n) => n.number)).toEqual(Array.from({ length: 12 }, (_, i) => `INV-2026-${String(i + 1).padStart(4, '0')}`));
  });

  it('is moved once when ten people press at the same time (G2)', async () => {
    const id = await open();
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => take(id, ['contacted'])));
    expect(codes(results)).toEqual([...Array.from({ length: 9 }, () => 'WRONG_STATE'), 'done']);
  });

  it('stays in its event', async () => {
    const id = await open();
    const other = await world.event();
    await expect(world.get(MoveDeal).execute(other.scope, ann.actor, id, { to: 'contacted' })).rejects.toMatchObject({
      code: 'NOT_IN_THIS_EVENT',
    });
  });
});

describe('packages and benefits', () => {
  const logo = {
    name: 'Logo on the badge',
    kind: 'visibility' as const,
    units: 1,
    valueMinor: 5_000n,
    needsAsset: true,
    dueDaysBefore: 21,
    decision: null,
  };
  const gold = (capacity: number | null = null, benefits: (typeof logo)[] = [logo]) =>
    world
      .get(KeepPackages)
      .add(scope, ann.actor, { name: 'Gold', description: '', year: (year += 1), priceMinor: 100_000n, capacity }, benefits);

  it('sells three places to three of ten deals that agree at once (SPO-2)', async () => {
    const packageId = await gold(3);
    const ids = await Promise.all(Array.from({ length: 10 }, () => open({ packageId })));
    for (const id of ids) await take(id, ['contacted'], ['proposed'], ['negotiating']);
    const results = await Promise.allSettled(ids.map((id) => take(id, ['agreed'])));
    expect(codes(results)).toEqual([...Array.from({ length: 7 }, () => 'PACKAGE_SOLD_OUT'), 'done', 'done', 'done']);
    const winner = ids[results.findIndex((r) => r.status === 'fulfilled')]!;
    const loser = ids[results.findIndex((r) => r.status === 'rejected')]!;
    await expect(world.get(KeepPackages).change(scope, packageId, { capacity: 2 })).rejects.toMatchObject({ code: 'CAPACITY_TAKEN' });
    await take(winner, ['lost', ann, 'no budget']);
    await take(loser, ['agreed']);
  });

  it('lets one exclusive bank in and no other bank (SPO-2)', async () => {
    const ids = await Promise.all([
      open({ category: 'bank', exclusive: true }),
      ...Array.from({ length: 4 }, () => open({ category: 'bank', exclusive: true })),
    ]);
    const plain = await open({ category: 'bank' });
    const others = await Promise.all([open({ category: 'insurer' }), open({ category: 'insurer' })]);
    for (const id of [...ids, plain, ...others]) await take(id, ['contacted'], ['proposed'], ['negotiating']);
    const results = await Promise.allSettled(ids.map((id) => take(id, ['agreed'])));
    expect(codes(results)).toEqual([...Array.from({ length: 4 }, () => 'CATEGORY_TAKEN'), 'done']);
    await expect(take(plain, ['agreed'])).rejects.toMatchObject({ code: 'CATEGORY_TAKEN' });
    for (const id of others) await take(id, ['agreed']);
  });

  it('refuses a programme slot without a community decision, also by raw SQL (SPO-8)', async () => {
    await expect(gold(null, [{ ...logo, kind: 'programme_slot' as never }])).rejects.toMatchObject({ code: 'SLOT_NEEDS_A_DECISION' });
    const id = await open({ packageId: await gold() });
    const raw = world.database.run(`update sponsors.benefit set kind = 'programme_slot' where deal_id = $1`, [id]);
    await expect(raw).rejects.toThrow('slot_needs_a_decision');
  });

  it('is not fulfilled before each benefit is delivered with evidence and confirmed (SPO-4)', async () => {
    const id = await open({ packageId: await gold(), priceMinor: 0n, contact: { name: 'Carl', email: `carl${year}@example.org` } });
    await take(id, ...toAgreed, ['contracted', ben], ['fulfilling']);
    const { benefits, deal, customised } = await world.get(ShowDeals).one(scope.eventId, id);
    expect(customised).toEqual({ added: [], removed: [], priceEffect: -100_000n, valueEffect: 0n });
    await expect(take(id, ['fulfilled'])).rejects.toMatchObject({ code: 'BENEFITS_OPEN' });
    const keep = world.get(KeepBenefits);
    const benefit = benefits[0]!;
    await keep.move(scope, ann.actor, id, benefit.id, 'delivered', { kind: 'url', text: 'https://example.org/badge.png' });
    await expect(take(id, ['fulfilled'])).rejects.toMatchObject({ code: 'BENEFITS_OPEN' });
    await expect(keep.confirm(scope, ben.actor, id, benefit.id)).rejects.toMatchObject({ code: 'CONTACT_MAY_STILL_ANSWER' });
    await keep.confirm(scope, { ...ben.actor, accountId: deal.contactId as Id<'account'>, rolesIn: () => [] }, id, benefit.id);
    await take(id, ['fulfilled']);
  });

  it('copies a year with everything in it (SPO-1)', async () => {
    const id = await gold(2);
    expect(await world.get(KeepPackages).cloneYear(scope, ann.actor, year, 2090)).toBe(1);
    const copies = await world.database.query(
      `select p.cloned_from as "from", b.name, (select count(*)::int from sponsors.package_place s where s.package_id = p.id) as places
         from sponsors.package p join sponsors.package_benefit b on b.package_id = p.id where p.event_id = $1 and p.year = 2090`,
      [scope.eventId],
    );
    expect(copies).toEqual([{ from: id, name: 'Logo on the badge', places: 2 }]);
    await expect(world.get(KeepPackages).cloneYear(scope, ann.actor, year, 2090)).rejects.toMatchObject({ code: 'PACKAGE_EXISTS' });
  });
});

describe('a gift in kind', () => {
  const ledger = () => world.get(Ledger);
  const line = (name: string, minor: bigint) =>
    world.unitOfWork.run((tx) =>
      ledger().budgetLine(tx, {
        eventId: scope.eventId,
        name,
        planned: money(minor, 'GBP'),
        account: 'Expenses:Venue',
        source: { kind: 'decision', id: name },
      }),
    );
  const cashGoal = async () => (await ledger().cashGoalOf(world.database, scope.eventId))?.minor;

  async function offered(budgetLineId: string | null, minor: bigint): Promise<Id<'gift'>> {
    const gifts = world.get(KeepGifts);
    const gift = {
      organisation: 'The University',
      description: 'The great hall',
      category: 'Venue' as const,
      dealId: null,
      budgetLineId,
      isPublic: true,
    };
    const id = await gifts.offer(scope, ann.actor, gift);
    await gifts.value(scope, tia.actor, id, { minor, basisKind: 'comparable_rent', basis: 'Town hall, same size' });
    return id;
  }

  it('meets its need, lowers the cash goal and is booked when received (CAM-5, SPO-7)', async () => {
    const venue = await line('Venue', 600_000n);
    await line('Food', 500_000n);
    expect(await cashGoal()).toBe(1_100_000n);
    const id = await offered(venue, 600_000n);
    await expect(world.get(AcceptGift).execute(scope, tia.actor, id)).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    await world.get(AcceptGift).execute(scope, ben.actor, id);
    expect(await cashGoal()).toBe(500_000n);
    expect(await journal()).toEqual([]);
    const gifts = world.get(KeepGifts);
    await expect(gifts.receive(scope, id, '2026-06-04')).rejects.toMatchObject({ code: 'NOT_RECEIVED_YET' });
    await gifts.receive(scope, id, '2026-05-01');
    await gifts.recognise(scope, id);
    expect(await journal()).toEqual(['Expenses:InKind:Venue 600000, Income:InKind:Venue -600000']);
    await expect(gifts.recognise(scope, id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('meets a need once when two gifts for it are accepted at the same time', async () => {
    const venue = await line('Venue', 600_000n);
    const ids = [await offered(venue, 500_000n), await offered(venue, 400_000n)];
    await Promise.all(ids.map((id) => world.get(AcceptGift).execute(scope, ben.actor, id)));
    expect(await cashGoal()).toBe(0n);
    const { met } = await world.database.one<{ met: bigint }>(
      'select sum(met_minor)::bigint as met from sponsors.in_kind_gift where event_id = $1',
      [scope.eventId],
    );
    expect(met).toBe(600_000n);
  });

  it('changes nothing when the need is of another event', async () => {
    const elsewhere = await world.event();
    const venue = await world.unitOfWork.run((tx) =>
      ledger().budgetLine(tx, {
        eventId: elsewhere.eventId,
        name: 'Venue',
        planned: money(1_000n, 'GBP'),
        source: { kind: 'decision', id: 'x' },
      }),
    );
    const id = await offered(venue, 50_000n);
    await expect(world.get(AcceptGift).execute(scope, ben.actor, id)).rejects.toMatchObject({ code: 'NO_SUCH_BUDGET_LINE' });
    const row = await world.database.one('select state, accepted_by from sponsors.in_kind_gift where id = $1', [id]);
    expect(row).toEqual({ state: 'valued', accepted_by: null });
  });
});
