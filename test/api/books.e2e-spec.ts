import { newId } from '#kernel';
import { Ledger, cardPaymentReceived } from '#ledger';
import { SealJournal } from '../../libs/ledger/use-cases/seal-journal.js';
import { Desk, gbp } from './books-desk.js';

let desk: Desk;
const get: Desk['get'] = (...args) => desk.get(...args);
const post: Desk['post'] = (...args) => desk.post(...args);

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('who sees the books', () => {
  it.each([
    ['', undefined, 200],
    ['/budget', undefined, 200],
    ['/accounts', undefined, 401],
    ['/accounts', 'stranger', 403],
    ['/entries', undefined, 200],
    ['/entries', 'volunteer', 200],
    ['/entries', 'owner', 200],
    ['/export.hledger', 'volunteer', 403],
    ['/lines', 'volunteer', 403],
    ['/expenses', 'volunteer', 200],
    ['/expenses', 'stranger', 403],
    ['/expenses?state=submitted', 'owner', 200],
    ['/expenses?state=anything', 'owner', 422],
  ] as const)('%s for %s answers %d', async (path, who, status) => {
    await get(path, who).expect(status);
  });

  it('does not know another event', () => desk.world.http().get('/api/v1/events/nowhere/books').expect(404));
});

describe('entries by hand', () => {
  const entry = {
    on: '2026-05-01',
    text: 'Opening balance of the bank',
    lines: [
      { account: 'Assets:Bank:Main', debit: 10_000 },
      { account: 'Equity:Opening', credit: 10_000 },
    ],
  };

  it('are posted, read back and reversed once (JRN-4)', async () => {
    const { body } = await post('/entries', entry).expect(201);
    const read = await get(`/entries/${body.entryId}`, 'owner').expect(200);
    expect(read.body).toMatchObject({
      on: '2026-05-01',
      text: entry.text,
      reversedBy: null,
      lines: [{ account: 'Assets:Bank:Main', debit: 10_000, credit: 0 }, { credit: 10_000 }],
    });
    await post(`/entries/${body.entryId}/reverse`, { because: 'typed twice' }).expect(200);
    const again = await post(`/entries/${body.entryId}/reverse`, { because: 'typed twice' }).expect(409);
    expect(again.body).toMatchObject({ code: 'ENTRY_ALREADY_REVERSED' });
  });

  it('repeat their answer under the same idempotency key', async () => {
    const send = () =>
      desk.world
        .http()
        .post(`/api/v1/events/together/books/entries`)
        .set(desk.headers.treasurer)
        .set('idempotency-key', 'the-same-key')
        .send(entry);
    const [first, second] = [await send().expect(201), await send().expect(201)];
    expect(second.body.entryId).toBe(first.body.entryId);
    await post(`/entries/${first.body.entryId}/reverse`, { because: 'only a test' }).expect(200);
  });

  it('are not posted again when only the answer was lost with its process', async () => {
    const send = () =>
      desk.world
        .http()
        .post(`/api/v1/events/together/books/entries`)
        .set(desk.headers.treasurer)
        .set('idempotency-key', 'answer-lost')
        .send(entry);
    const { body } = await send().expect(201);
    // What a process leaves that was killed after its commit and before its answer.
    await desk.world.database.run(`update platform.idempotency set status = null, response = null where key = 'answer-lost'`);
    expect((await send().expect(409)).body.code).toBe('STILL_RUNNING');
    desk.world.clock.advance(120_000);
    expect((await send().expect(409)).body.code).toBe('ANSWER_LOST');
    await post(`/entries/${body.entryId}/reverse`, { because: 'only a test' }).expect(200);
  });

  it.each([
    [
      'unbalanced',
      {
        ...entry,
        lines: [
          { account: 'Assets:Bank:Main', debit: 2 },
          { account: 'Equity:Opening', credit: 1 },
        ],
      },
      'ENTRY_UNBALANCED',
    ],
    [
      'a line with both sides',
      {
        ...entry,
        lines: [
          { account: 'Assets:Bank:Main', debit: 1, credit: 1 },
          { account: 'Equity:Opening', credit: 1 },
        ],
      },
      'ENTRY_UNSOUND',
    ],
    [
      'an unknown account',
      {
        ...entry,
        lines: [
          { account: 'Assets:Pocket', debit: 1 },
          { account: 'Equity:Opening', credit: 1 },
        ],
      },
      'BAD_INPUT',
    ],
    [
      'a memo account',
      {
        ...entry,
        lines: [
          { account: 'Equity:Memo:VolunteerHours', debit: 1 },
          { account: 'Equity:Opening', credit: 1 },
        ],
      },
      'BAD_INPUT',
    ],
    [
      'a negative amount',
      {
        ...entry,
        lines: [
          { account: 'Assets:Bank:Main', debit: -1 },
          { account: 'Equity:Opening', credit: -1 },
        ],
      },
      'BAD_INPUT',
    ],
    [
      'a huge amount',
      {
        ...entry,
        lines: [
          { account: 'Assets:Bank:Main', debit: 1e15 },
          { account: 'Equity:Opening', credit: 1e15 },
        ],
      },
      'BAD_INPUT',
    ],
    ['30 February', { ...entry, on: '2026-02-30' }, 'BAD_INPUT'],
    ['an unknown field', { ...entry, currency: 'EUR' }, 'BAD_INPUT'],
    [
      'a need of another event',
      {
        ...entry,
        lines: [
          { account: 'Expenses:Other', debit: 1, budgetLineId: newId() },
          { account: 'Equity:Opening', credit: 1 },
        ],
      },
      'NO_SUCH_BUDGET_LINE',
    ],
    ['lines that are null', { ...entry, lines: null }, 'BAD_INPUT'],
  ])('refuse %s', async (_, body, code) => {
    const before = await get('/accounts', 'owner');
    const answer = await post('/entries', body);
    expect([404, 422]).toContain(answer.status);
    expect(answer.body).toMatchObject({ code });
    expect((await get('/accounts', 'owner')).body).toEqual(before.body);
  });

  it('tell the public everything but what one person gave (PLG-2)', async () => {
    const draft = cardPaymentReceived({ eventId: desk.eventId, on: '2026-05-01', id: 'hidden', amount: gbp(4_321n) });
    const { entryId } = await desk.world.unitOfWork.run((tx) => desk.world.get(Ledger).post(tx, draft));
    await get(`/entries/${entryId}`).expect(404);
    await get(`/entries/${entryId}`, 'volunteer').expect(404);
    await get(`/entries/${entryId}`, 'treasurer').expect(200);
    const { body, text } = await get('/entries').expect(200);
    expect(body.items.length).toBeGreaterThan(0);
    expect(text).not.toContain('4321');
    expect((await get('')).body.raised.amount.amount).toBe(4_321);
    expect((await get('/entries?account=Income:Pledges:Individuals')).body.items).toEqual([]);
  });

  it('do not reverse what stands on other evidence', async () => {
    const { entryId } = await desk.world.unitOfWork.run((tx) =>
      desk.world.get(Ledger).post(tx, cardPaymentReceived({ eventId: desk.eventId, on: '2026-05-01', id: 'pay-1', amount: gbp(10_000n) })),
    );
    expect((await post(`/entries/${entryId}/reverse`, { because: 'because I can' }).expect(409)).body).toMatchObject({
      code: 'NOT_BY_HAND',
    });
  });

  it('are listed page by page, and by account', async () => {
    const first = await get('/entries?limit=2', 'owner').expect(200);
    expect(first.body.items).toHaveLength(2);
    const rest = await get(`/entries?limit=100&after=${first.body.next}`, 'owner').expect(200);
    expect(rest.body.next).toBeNull();
    const ids = [...first.body.items, ...rest.body.items].map((e: { id: string }) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await get('/entries?account=Income:Pledges:Individuals', 'owner')).body.items).toHaveLength(2);
    await get('/entries?after=nonsense', 'owner').expect(422);
    await get('/entries?limit=-1', 'owner').expect(422);
    await get('/entries/not-an-id', 'owner').expect(404);
  });
});

describe('the budget', () => {
  const need = {
    name: 'Access for all',
    why: 'Nobody stays outside',
    planned: { amount: 20_000, currency: 'GBP' },
    account: 'Expenses:Access',
  };

  it('keeps every plan a need has had (BUD-1)', async () => {
    const { id } = (await post('/budget/lines', need, 'owner').expect(201)).body;
    await post(`/budget/lines/${id}/plan`, { planned: { amount: 25_000, currency: 'GBP' }, because: 'two interpreters' }, 'owner').expect(
      200,
    );
    const { body } = await get(`/budget/lines/${id}/plans`).expect(200);
    expect(body.items).toMatchObject([
      { version: 2, planned: { amount: 25_000 }, because: 'two interpreters' },
      { version: 1, planned: { amount: 20_000 } },
    ]);
    expect((await get('/budget')).body).toMatchObject({ planned: { amount: 25_000 }, neededInCash: { amount: 25_000 } });
  });

  it.each([
    ['another currency', { ...need, planned: { amount: 1, currency: 'EUR' } }, 'WRONG_CURRENCY'],
    ['an account that is no spending', { ...need, account: 'Assets:Bank:Main' }, 'BAD_INPUT'],
    ['a negative plan', { ...need, planned: { amount: -1, currency: 'GBP' } }, 'BAD_INPUT'],
    ['an owner nobody knows', { ...need, ownerId: newId() }, 'NO_SUCH_OWNER'],
    ['a why that is null', { ...need, why: null }, 'BAD_INPUT'],
  ])('refuses %s', async (_, body, code) => {
    expect((await post('/budget/lines', body).expect(422)).body).toMatchObject({ code });
  });

  it('does not know a need of another event', async () => {
    await get(`/budget/lines/${newId()}/plans`).expect(404);
    await post(`/budget/lines/${newId()}/plan`, { planned: { amount: 1, currency: 'GBP' }, because: 'a guess' }).expect(404);
  });
});

describe('exports', () => {
  it('give the journal to hledger and to spreadsheets', async () => {
    const { text, headers } = await get('/export.hledger', 'owner').expect(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('account Assets:Bank:Main\n');
    expect(text).toMatch(/2026-05-01 \((1|unsealed)\) Opening balance of the bank/);
    const sheet = await get('/export.csv', 'owner').expect(200);
    expect(sheet.text.split('\r\n')[0]).toBe('position,date,entry,text,account,commodity,debit,credit,source_kind,source_id,reverses');
  });

  it('verify their chain (JRN-5)', async () => {
    await desk.world.get(SealJournal).execute();
    const { body } = await get('/verification', 'owner').expect(200);
    expect(body).toMatchObject({ faults: [], head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(body.sealed).toBe((await get('')).body.sealedEntries);
  });

  it('balance in every commodity, on any day', async () => {
    for (const day of ['', '?asOf=2026-05-04', '?asOf=2020-01-01']) {
      const { body } = await get(`/accounts${day}`, 'owner').expect(200);
      for (const total of body.totals) expect(total.debit).toBe(total.credit);
    }
    await get('/accounts?asOf=yesterday', 'owner').expect(422);
  });
});
