import { type Id, money, newId, newReference } from '#kernel';
import { Ledger, LedgerModule, PAYOUTS_IN_TRANSIT, CONDITIONAL_PLEDGES, cardPaymentReceived, payoutSent } from '#ledger';
import { Checks } from '#platform';
import { SealJournal } from '../../libs/ledger/use-cases/seal-journal.js';
import { type TestAccount, type World, testWorld } from '../support/world.js';

let world: World;
let eventId: Id<'event'>;
let books: string;
const people: Record<'treasurer' | 'owner' | 'volunteer' | 'stranger', { headers: Record<string, string>; account: TestAccount }> =
  {} as never;

type Who = keyof typeof people;
const get = (path: string, who?: Who) =>
  world
    .http()
    .get(`${books}${path}`)
    .set(who ? people[who].headers : {});
const post = (path: string, body: object, who: Who = 'treasurer') =>
  world.http().post(`${books}${path}`).set(people[who].headers).set('idempotency-key', newId()).send(body);
const gbp = (minor: bigint) => money(minor, 'GBP');
const mapping = {
  separator: ',',
  decimalMark: '.',
  dateForm: 'yyyy-MM-dd',
  date: 'Date',
  amount: 'Amount',
  text: ['Text'],
  balance: 'Balance',
};
const csv = (...rows: string[]) => ['Date,Text,Amount,Balance', ...rows, ''].join('\n');
const upload = (text: string, more: object = {}) => ({ fileName: 'june.csv', csv: text, mapping, ...more });

beforeAll(async () => {
  world = await testWorld([LedgerModule]);
  const event = await world.event({ slug: 'together' });
  eventId = event.eventId;
  books = '/api/v1/events/together/books';
  const make = async (roles: ('treasurer' | 'volunteer')[]) => world.account({ roles: roles.length ? [{ eventId, roles }] : [] });
  const accounts = {
    treasurer: await make(['treasurer']),
    owner: event.owner,
    volunteer: await make(['volunteer']),
    stranger: await make([]),
  };
  for (const [who, account] of Object.entries(accounts)) people[who as Who] = { account, headers: await world.signIn(account) };
});
afterAll(async () => {
  await world.get(SealJournal).execute();
  const broken = (await world.get(Checks).askAll()).filter((r) => r.violations.length > 0);
  await world.close();
  expect(broken).toEqual([]);
});

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

  it('does not know another event', () => world.http().get('/api/v1/events/nowhere/books').expect(404));
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
      world.http().post(`${books}/entries`).set(people.treasurer.headers).set('idempotency-key', 'the-same-key').send(entry);
    const [first, second] = [await send().expect(201), await send().expect(201)];
    expect(second.body.entryId).toBe(first.body.entryId);
    await post(`/entries/${first.body.entryId}/reverse`, { because: 'only a test' }).expect(200);
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
    const draft = cardPaymentReceived({ eventId, on: '2026-05-01', id: 'hidden', amount: gbp(4_321n) });
    const { entryId } = await world.unitOfWork.run((tx) => world.get(Ledger).post(tx, draft));
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
    const { entryId } = await world.unitOfWork.run((tx) =>
      world.get(Ledger).post(tx, cardPaymentReceived({ eventId, on: '2026-05-01', id: 'pay-1', amount: gbp(10_000n) })),
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

describe('a bank statement', () => {
  const code = newReference();
  const two = csv(
    '2026-05-04,STRIPE PAYMENTS PO-1,98.30,198.30',
    `2026-05-05,gift ${code.toLowerCase()},50.00,248.30`,
    '2026-05-06,who knows,35.00,283.30',
  );

  beforeAll(() =>
    world.unitOfWork.run(async (tx) => {
      const ledger = world.get(Ledger);
      await ledger.post(tx, payoutSent({ eventId, on: '2026-05-02', id: 'txn_1', amount: gbp(9_830n) }));
      await ledger.expect(tx, {
        eventId,
        kind: 'payout',
        sourceId: 'po_1',
        direction: 'in',
        amount: gbp(9_830n),
        expectedOn: '2026-05-04',
        counterAccount: PAYOUTS_IN_TRANSIT,
        text: 'Payout reached the bank',
      });
      await ledger.expect(tx, {
        eventId,
        kind: 'pledge_transfer',
        sourceId: 'pledge-1',
        direction: 'in',
        amount: gbp(5_000n),
        reference: code,
        counterAccount: CONDITIONAL_PLEDGES,
        text: 'Pledge by bank transfer',
        inParts: true,
      });
    }),
  );

  it('stops at a cell that cannot be read, with its line and column, and takes nothing in (REC-10)', async () => {
    const { body } = await post('/statements', upload(csv('2026-05-04,ok,1.00,1.00', '2026-05-05,bad,1.O0,2.00'))).expect(422);
    expect(body).toMatchObject({ code: 'UNREADABLE_FILE', details: { faults: [{ line: 3, column: 3 }] } });
    expect((await get('/statements', 'owner')).body.items).toEqual([]);
  });

  it('shows what it would do, then does exactly that (REC-6, REC-7, REC-9)', async () => {
    const preview = await post('/statements/preview', upload(two)).expect(200);
    expect(preview.body).toMatchObject({
      newLines: 3,
      knownLines: 0,
      matchedLines: 1,
      arithmetic: { opening: { amount: 10_000 }, closing: { amount: 28_330 }, difference: { amount: 0 } },
    });
    expect((await get('/statements', 'owner')).body.items).toEqual([]);
    const changed = await post('/statements', upload(two, { previewHash: '0'.repeat(64) })).expect(409);
    expect(changed.body).toMatchObject({ code: 'PREVIEW_CHANGED' });
    const done = await post('/statements', upload(two, { previewHash: preview.body.hash, saveMappingAs: 'our bank' })).expect(201);
    expect({ ...done.body, statementId: null }).toEqual(preview.body);
    expect((await get('/statement-mappings', 'owner')).body.items).toEqual([{ name: 'our bank', skipRows: 0, ...mapping }]);
  });

  it('adds no line the second time, and only the new ones of an overlapping file (REC-4)', async () => {
    expect((await post('/statements', upload(two)).expect(201)).body).toMatchObject({ statementId: null, newLines: 0, knownLines: 3 });
    const overlap = csv('2026-05-06,who knows,35.00,283.30', '2026-05-06,who knows,35.00,318.30');
    expect((await post('/statements', upload(overlap)).expect(201)).body).toMatchObject({ newLines: 1, knownLines: 1 });
  });

  it('matches by exact amount and exact code without anyone looking (REC-7)', async () => {
    const { body } = await get('/entries?account=Liabilities:ConditionalPledges', 'owner').expect(200);
    expect(body.items).toMatchObject([
      {
        text: 'Pledge by bank transfer',
        on: '2026-05-05',
        lines: [
          { account: 'Assets:Bank:Main', debit: 5_000 },
          { account: 'Liabilities:ConditionalPledges', credit: 5_000 },
        ],
      },
    ]);
    const facts = await world.database.query<{ body: object }>(`select body from platform.fact where type = 'ExpectedItemMatched'`);
    expect(facts).toMatchObject([{ body: { kind: 'pledge_transfer', sourceId: 'pledge-1', amount: 5_000, currency: 'GBP', whole: true } }]);
  });

  const lineOf = async (text: string) =>
    (await get('/lines', 'owner').expect(200)).body.items.find((l: { text: string }) => l.text.startsWith(text)) as {
      id: string;
      statementId: string;
    };

  it('suggests the payout for its line and posts E11 when the treasurer agrees', async () => {
    const line = await lineOf('STRIPE');
    const { body } = await get(`/lines/${line.id}/suggestions`, 'treasurer').expect(200);
    expect(body.items[0]).toMatchObject({
      item: { kind: 'payout' },
      certain: false,
      reasons: expect.arrayContaining(['the amount is exact']),
    });
    await post(`/lines/${line.id}/match`, { openItemId: body.items[0].item.id }, 'owner').expect(403);
    expect((await post(`/lines/${line.id}/match`, { openItemId: body.items[0].item.id }).expect(200)).body).toMatchObject({
      state: 'matched',
    });
    expect((await post(`/lines/${line.id}/match`, { openItemId: body.items[0].item.id }).expect(409)).body).toMatchObject({
      code: 'LINE_EXPLAINED',
    });
    const { body: entries } = await get('/entries?account=Assets:Stripe:PayoutsInTransit', 'owner');
    expect(entries.items[0].lines).toMatchObject([
      { account: 'Assets:Bank:Main', debit: 9_830 },
      { account: 'Assets:Stripe:PayoutsInTransit', credit: 9_830 },
    ]);
  });

  it('shows on the open books what is not explained, and how old it is (PUB-2)', async () => {
    expect((await get('').expect(200)).body.unexplained).toEqual({
      amount: { amount: 7_000, currency: 'GBP' },
      lines: 2,
      oldestOn: '2026-05-06',
    });
  });

  it('splits a line over what is expected and accounts; the parts are the line to the cent (INV-4)', async () => {
    await world.unitOfWork.run((tx) =>
      world.get(Ledger).expect(tx, {
        eventId,
        kind: 'sponsor_invoice',
        sourceId: 'inv-1',
        direction: 'in',
        amount: gbp(4_500n),
        counterAccount: 'Assets:Receivable:Invoices',
        text: 'Invoice paid',
      }),
    );
    const { body: items } = await get('/open-items', 'treasurer').expect(200);
    const invoice = items.items.find((i: { kind: string }) => i.kind === 'sponsor_invoice');
    const line = await lineOf('who knows');
    const parts = (fee: number) => ({
      parts: [
        { openItemId: invoice.id, amount: 4_500 },
        { account: 'Expenses:Fees:Bank', amount: fee },
      ],
    });
    expect((await post(`/lines/${line.id}/match`, parts(-999)).expect(422)).body).toMatchObject({
      code: 'PARTS_DIFFER',
      details: { difference: -1 },
    });
    expect((await post(`/lines/${line.id}/match`, { openItemId: invoice.id }).expect(422)).body).toMatchObject({
      code: 'ITEM_AMOUNT_DIFFERS',
      details: { expected: 4_500, given: 3_500 },
    });
    expect((await get('/lines', 'owner')).body.items).toHaveLength(2);
    await post(`/lines/${line.id}/match`, parts(-1_000)).expect(200);
    const { body } = await get('/entries?account=Expenses:Fees:Bank', 'owner');
    expect(body.items[0].lines).toMatchObject([
      { account: 'Assets:Bank:Main', debit: 3_500 },
      { account: 'Assets:Receivable:Invoices', credit: 4_500 },
      { account: 'Expenses:Fees:Bank', debit: 1_000 },
    ]);
  });

  it('takes a match back by a reversal; what it settled is open again (REC-8)', async () => {
    const statement = (await get('/statements', 'owner')).body.items.at(-1);
    const { body } = await get(`/statements/${statement.id}`, 'owner').expect(200);
    const line = body.items.find((l: { text: string }) => l.text.startsWith('who knows'));
    expect((await post(`/lines/${line.id}/unmatch`, { reason: 'another invoice' }).expect(200)).body).toMatchObject({
      state: 'new',
      entryId: null,
    });
    expect((await get('/open-items', 'owner')).body.items).toMatchObject([{ kind: 'sponsor_invoice', settled: { amount: 0 } }]);
    expect((await get(`/entries/${line.entryId}`, 'owner')).body.reversedBy).not.toBeNull();
    await post(`/lines/${line.id}/unmatch`, { reason: 'once more' }).expect(409);
  });

  it('books a line nobody expected on an account, never on the bank itself', async () => {
    const line = await lineOf('who knows');
    await post(`/lines/${line.id}/post`, { account: 'Assets:Bank:Main', text: 'Gift' }).expect(422);
    await post(`/lines/${line.id}/post`, { account: 'Liabilities:UnidentifiedReceipts', text: 'Nobody recognises it yet' }).expect(200);
    expect((await get('')).body.unexplained).toMatchObject({ amount: { amount: 7_000 }, lines: 1 });
  });

  it('lets one of two treasurers match a line, and none twice', async () => {
    const line = await lineOf('who knows');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => post(`/lines/${line.id}/post`, { account: 'Income:Tickets', text: 'Tickets by transfer' })),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    await post(`/lines/${line.id}/unmatch`, { reason: 'not tickets' }).expect(200);
    expect((await post(`/lines/${line.id}/ignore`, { reason: 'the bank corrects it tomorrow' }).expect(200)).body).toMatchObject({
      state: 'ignored',
    });
  });

  it('is locked once it adds up and every line is explained; then nothing is taken back (REC-6, REC-8)', async () => {
    const statement = (await get('/statements', 'owner')).body.items.at(-1);
    expect((await post(`/statements/${statement.id}/reconcile`, {}).expect(200)).body).toMatchObject({
      state: 'reconciled',
      unexplained: 0,
    });
    const { body } = await get(`/statements/${statement.id}`, 'owner');
    expect((await post(`/lines/${body.items[0].id}/unmatch`, { reason: 'too late' }).expect(409)).body).toMatchObject({
      code: 'STATEMENT_LOCKED',
    });
    expect((await get('')).body.reconciledTo).toBe('2026-05-06');
  });

  it.each([
    ['neither text nor bytes', { csv: undefined }],
    ['null for text', { csv: null }],
    ['both columns', { mapping: { ...mapping, moneyIn: 'In', moneyOut: 'Out' } }],
    ['null in the mapping', { mapping: { ...mapping, balance: null } }],
    ['bytes that are no text', { csv: undefined, base64: Buffer.from([1, 0, 2]).toString('base64') }],
    ['an unknown separator', { mapping: { ...mapping, separator: 'x' } }],
    ['null balances', { openingMinor: null }],
  ])('refuses %s', async (_, more) => {
    expect((await post('/statements/preview', upload(two, more)).expect(422)).body).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('expenses', () => {
  let lineId: string;
  const expense = (amount = 8_460, more: object = {}) => ({
    text: 'Sandwiches for the crew',
    amount: { amount, currency: 'GBP' },
    spentOn: '2026-04-30',
    budgetLineId: lineId,
    ...more,
  });
  const submit = async (who: Who, body: object) => (await post('/expenses', body, who).expect(201)).body as { id: string; state: string };

  beforeAll(async () => {
    lineId = (
      await post('/budget/lines', {
        name: 'Catering',
        why: 'Nobody thinks well hungry',
        planned: { amount: 10_000, currency: 'GBP' },
        account: 'Expenses:Catering',
      }).expect(201)
    ).body.id;
  });

  it('are approved by a second person, then owed and committed (EXP-1, EXP-5)', async () => {
    const mine = await submit('treasurer', expense(100));
    expect((await post(`/expenses/${mine.id}/approve`, {}).expect(403)).body).toMatchObject({ code: 'NEEDS_SECOND_PERSON' });
    await post(`/expenses/${mine.id}/withdraw`, {}).expect(200);
    const { id } = await submit('volunteer', expense());
    await post(`/expenses/${id}/approve`, {}, 'volunteer').expect(403);
    expect((await post(`/expenses/${id}/approve`, {}).expect(200)).body).toMatchObject({
      state: 'approved',
      decidedBy: people.treasurer.account.accountId,
    });
    await post(`/expenses/${id}/approve`, {}, 'owner').expect(409);
    expect((await get('/budget')).body.items).toMatchObject([
      { planned: { amount: 10_000 }, committed: { amount: 8_460 }, actual: { amount: 0 }, metInKind: { amount: 0 } },
    ]);
  });

  it('hold what looks like a duplicate, and what is over budget, until someone says so (EXP-2, EXP-5)', async () => {
    const again = await submit('volunteer', expense());
    expect((await post(`/expenses/${again.id}/approve`, {}).expect(409)).body).toMatchObject({ code: 'LOOKS_LIKE_A_DUPLICATE' });
    expect((await post(`/expenses/${again.id}/approve`, { notADuplicate: true }).expect(409)).body).toMatchObject({
      code: 'OVER_BUDGET',
      details: { left: 1_540 },
    });
    expect((await post(`/expenses/${again.id}/reject`, { because: 'the same receipt' }).expect(200)).body).toMatchObject({
      state: 'rejected',
    });
  });

  it('are paid by their bank line only, and are owed again when its match is taken back (EXP-4)', async () => {
    await post('/statements', upload(csv('2026-05-11,Expenses crew,-84.60,198.70'))).expect(201);
    const line = (await get('/lines', 'owner')).body.items[0];
    const { body } = await get(`/lines/${line.id}/suggestions`, 'treasurer');
    expect(body.items[0].item).toMatchObject({ kind: 'expense', direction: 'out' });
    await post(`/lines/${line.id}/match`, { openItemId: body.items[0].item.id }).expect(200);
    const paid = (await get('/expenses', 'volunteer')).body.items.map((x: { state: string }) => x.state);
    expect(paid).toEqual(['rejected', 'paid']);
    expect((await get('/expenses?state=paid', 'owner')).body.items).toHaveLength(1);
    expect((await get('/budget')).body.items).toMatchObject([{ committed: { amount: 0 }, actual: { amount: 8_460 } }]);
    await post(`/lines/${line.id}/unmatch`, { reason: 'another transfer' }).expect(200);
    expect((await get('/budget')).body.items).toMatchObject([{ committed: { amount: 8_460 }, actual: { amount: 0 } }]);
    await post(`/lines/${line.id}/match`, { openItemId: body.items[0].item.id }).expect(200);
  });

  it.each([
    ['another currency', { amount: { amount: 1, currency: 'EUR' } }, 'WRONG_CURRENCY'],
    ['a day to come', { spentOn: '2026-05-02' }, 'SPENT_IN_FUTURE'],
    ['a need that is not there', { budgetLineId: newId() }, 'NO_SUCH_BUDGET_LINE'],
    ['a negative amount', { amount: { amount: -1, currency: 'GBP' } }, 'BAD_INPUT'],
    ['a receipt that is null', { receiptSha256: null }, 'BAD_INPUT'],
  ])('refuse %s', async (_, more, code) => {
    expect((await post('/expenses', expense(1, more), 'volunteer')).body).toMatchObject({ code });
  });
});

describe('exports', () => {
  it('give the journal to hledger and to spreadsheets', async () => {
    const { text, headers } = await get('/export.hledger', 'owner').expect(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('account Assets:Bank:Main\n');
    expect(text).toMatch(/2026-05-04 \(\d+|unsealed\) Payout reached the bank/);
    const sheet = await get('/export.csv', 'owner').expect(200);
    expect(sheet.text.split('\r\n')[0]).toBe('position,date,entry,text,account,commodity,debit,credit,source_kind,source_id,reverses');
  });

  it('verify their chain (JRN-5)', async () => {
    await world.get(SealJournal).execute();
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
