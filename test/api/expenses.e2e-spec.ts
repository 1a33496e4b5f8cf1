import { newId } from '#kernel';
import { Desk, csv, upload } from './books-desk.js';

let desk: Desk;
const get: Desk['get'] = (...args) => desk.get(...args);
const post: Desk['post'] = (...args) => desk.post(...args);

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('expenses', () => {
  let lineId: string;
  const expense = (amount = 8_460, more: object = {}) => ({
    text: 'Sandwiches for the crew',
    amount: { amount, currency: 'GBP' },
    spentOn: '2026-04-30',
    budgetLineId: lineId,
    ...more,
  });
  const submit = async (who: 'treasurer' | 'volunteer', body: object) =>
    (await post('/expenses', body, who).expect(201)).body as { id: string; state: string };

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
      decidedBy: desk.accounts.treasurer.accountId,
    });
    await post(`/expenses/${id}/approve`, {}, 'owner').expect(409);
    expect((await get('/budget')).body.items).toMatchObject([
      { planned: { amount: 10_000 }, committed: { amount: 8_460 }, actual: { amount: 0 }, metInKind: { amount: 0 } },
    ]);
  });

  it('of nothing are refused beside the amount', async () => {
    const refused = await post('/expenses', expense(0), 'volunteer').expect(422);
    expect(refused.body.errors).toEqual([{ pointer: '/amount/amount', message: 'amount must not be less than 1' }]);
  });

  it('hold what looks like a duplicate, and what is over budget, until someone says so (EXP-2, EXP-5)', async () => {
    const again = await submit('volunteer', expense());
    expect((await post(`/expenses/${again.id}/approve`, {}).expect(409)).body).toMatchObject({ code: 'LOOKS_LIKE_A_DUPLICATE' });
    expect((await post(`/expenses/${again.id}/approve`, { notADuplicate: true }).expect(409)).body).toMatchObject({
      code: 'BUDGET_LINE_EXCEEDED',
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
