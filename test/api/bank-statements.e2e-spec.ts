import { newReference } from '#kernel';
import { CONDITIONAL_PLEDGES, Ledger, PAYOUTS_IN_TRANSIT, payoutSent } from '#ledger';
import { Desk, csv, gbp, mapping, upload } from './books-desk.js';

let desk: Desk;
const get: Desk['get'] = (...args) => desk.get(...args);
const post: Desk['post'] = (...args) => desk.post(...args);

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('a bank statement', () => {
  const code = newReference();
  const two = csv(
    '2026-05-04,STRIPE PAYMENTS PO-1,98.30,198.30',
    `2026-05-05,gift ${code.toLowerCase()},50.00,248.30`,
    '2026-05-06,who knows,35.00,283.30',
  );

  beforeAll(() =>
    desk.world.unitOfWork.run(async (tx) => {
      const ledger = desk.world.get(Ledger);
      await ledger.post(tx, payoutSent({ eventId: desk.eventId, on: '2026-05-02', id: 'txn_1', amount: gbp(9_830n) }));
      await ledger.expect(tx, {
        eventId: desk.eventId,
        kind: 'payout',
        sourceId: 'po_1',
        direction: 'in',
        amount: gbp(9_830n),
        expectedOn: '2026-05-04',
        counterAccount: PAYOUTS_IN_TRANSIT,
        text: 'Payout reached the bank',
      });
      await ledger.expect(tx, {
        eventId: desk.eventId,
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
    expect(body).toMatchObject({
      code: 'UNREADABLE_FILE',
      details: { faults: [{ line: 3, column: 3, code: 'NOT_AN_AMOUNT', values: { written: '1.O0' } }] },
    });
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
    const facts = await desk.world.database.query<{ body: object }>(`select body from platform.fact where type = 'ExpectedItemMatched'`);
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
    await desk.world.unitOfWork.run((tx) =>
      desk.world.get(Ledger).expect(tx, {
        eventId: desk.eventId,
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
