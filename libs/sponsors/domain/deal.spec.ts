import { faultsOf } from '#kernel';
import { DEAL_STATES, type DealToMove, moveDeal } from './deal.js';

const deal = (over: Partial<DealToMove> = {}): DealToMove => ({
  state: 'agreed',
  priceMinor: 100_000n,
  agreedBy: 'ann',
  openBenefits: 0,
  ...over,
});

describe('a sponsor deal', () => {
  it('has a sound state table', () => {
    expect(faultsOf(DEAL_STATES, 'lead')).toEqual([]);
  });

  it('is contracted by a second person only', () => {
    expect(() => moveDeal(deal(), 'contracted', 'ann', undefined)).toThrow(expect.objectContaining({ code: 'SECOND_PERSON_NEEDED' }));
    expect(moveDeal(deal(), 'contracted', 'ben', undefined)).toBe('contracted');
  });

  it('is never called paid by a person', () => {
    expect(() => moveDeal(deal({ state: 'invoiced' }), 'paid', 'ben', undefined)).toThrow(
      expect.objectContaining({ code: 'PAID_BY_BANK_ONLY' }),
    );
  });

  it('skips the invoice only when there is nothing to pay', () => {
    expect(moveDeal(deal({ state: 'contracted', priceMinor: 0n }), 'fulfilling', 'ann', undefined)).toBe('fulfilling');
    expect(() => moveDeal(deal({ state: 'contracted', priceMinor: 0n }), 'invoiced', 'ann', undefined)).toThrow(
      expect.objectContaining({ code: 'NOTHING_TO_INVOICE' }),
    );
    expect(() => moveDeal(deal({ state: 'contracted' }), 'fulfilling', 'ann', undefined)).toThrow(
      expect.objectContaining({ code: 'NOT_PAID_YET' }),
    );
  });

  it('is not fulfilled while one benefit is open (SPO-4)', () => {
    expect(() => moveDeal(deal({ state: 'fulfilling', openBenefits: 1 }), 'fulfilled', 'ann', undefined)).toThrow(
      expect.objectContaining({ code: 'BENEFITS_OPEN', details: { open: 1 } }),
    );
    expect(moveDeal(deal({ state: 'fulfilling' }), 'fulfilled', 'ann', undefined)).toBe('fulfilled');
  });

  it('is given up with a reason only, and not once it is paid', () => {
    expect(() => moveDeal(deal(), 'lost', 'ann', undefined)).toThrow(expect.objectContaining({ code: 'REASON_NEEDED' }));
    expect(moveDeal(deal(), 'lost', 'ann', 'no budget this year')).toBe('lost');
    expect(() => moveDeal(deal({ state: 'paid' }), 'lost', 'ann', 'why')).toThrow(expect.objectContaining({ code: 'WRONG_STATE' }));
  });
});
