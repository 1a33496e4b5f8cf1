import { newReference } from '#kernel';
import { type MatchableItem, type MatchableLine, suggest } from './matching.js';

const code = newReference();
const line = (more: Partial<MatchableLine> = {}): MatchableLine => ({
  amount_minor: 5_000n,
  currency: 'GBP',
  booked_on: '2026-06-03',
  text: `gift ${code}`,
  counterparty: '',
  bank_reference: '',
  ...more,
});
const item = (more: Partial<MatchableItem> = {}): MatchableItem => ({
  id: '1',
  kind: 'pledge_transfer',
  direction: 'in',
  amount_minor: 5_000n,
  settled_minor: 0n,
  currency: 'GBP',
  reference: code,
  expected_on: null,
  ...more,
});

describe('suggestions (REC-7)', () => {
  it('are certain on exact amount, exact valid code, same currency', () => {
    expect(suggest(line(), [item()])).toMatchObject([{ certain: true, reasons: ['the amount is exact', 'the reference is in the text'] }]);
  });

  it('read a code through spaces, dashes and lower case', () => {
    const written = `Gift ${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase();
    expect(suggest(line({ text: written }), [item()])[0]).toMatchObject({ certain: true });
  });

  it('suggest a code with one wrong character and are not certain of it', () => {
    const wrong = (code[0] === 'A' ? 'C' : 'A') + code.slice(1);
    expect(suggest(line({ text: wrong }), [item()])).toMatchObject([
      { certain: false, reasons: expect.arrayContaining(['the reference is in the text with one wrong character']) },
    ]);
  });

  it.each([
    ['another amount', line({ amount_minor: 4_999n })],
    ['no code', line({ text: 'gift' })],
  ])('are not certain with %s', (_, other) => expect(suggest(other, [item()])[0]?.certain).toBe(false));

  it.each([
    ['another currency', line({ currency: 'EUR' })],
    ['the other direction', line({ amount_minor: -5_000n })],
  ])('do not offer %s', (_, other) => expect(suggest(other, [item()])).toEqual([]));

  it('are certain of none where two would do', () => {
    expect(suggest(line(), [item(), item({ id: '2' })]).map((s) => s.certain)).toEqual([false, false]);
  });

  it('are never certain of an invoice number, which anyone can guess', () => {
    expect(suggest(line({ text: 'INV-2026-0001' }), [item({ reference: 'INV-2026-0001' })])[0]).toMatchObject({
      certain: false,
      score: 90,
    });
  });

  it('put a payout of the day before anything else of that amount', () => {
    const payout = item({ id: '9', kind: 'payout', reference: null, expected_on: '2026-06-03' });
    const other = item({ id: '1', kind: 'sponsor_invoice', reference: null });
    expect(suggest(line({ text: 'STRIPE PAYMENTS UK' }), [other, payout]).map((s) => s.item.id)).toEqual(['9', '1']);
  });

  it('say that a bank may have kept what is missing', () => {
    const invoice = item({ amount_minor: 100_000n });
    expect(suggest(line({ amount_minor: 99_000n }), [invoice])[0]?.reasons).toContain('a little is missing: a bank may have kept it');
  });
});
