import fc from 'fast-check';
import { money } from '#kernel';
import { type CostLine, faultsOfSheet, totalsOf } from './costs.js';

const gbp = (minor: number) => money(BigInt(minor), 'GBP');
const line = (over: Partial<CostLine> = {}): CostLine => ({
  label: 'Tea',
  kind: 'expense',
  quantity: 250,
  unitPrice: gbp(120),
  min: null,
  evidenceUrl: null,
  ...over,
});

describe('a cost sheet (PRP-6)', () => {
  it('multiplies and adds up; income lowers the cost', () => {
    const sheet = [
      line(),
      line({ quantity: 1, unitPrice: gbp(50_000), min: gbp(20_000) }),
      line({ kind: 'income', quantity: 2, unitPrice: gbp(5_000) }),
    ];
    expect(totalsOf(sheet, 'GBP')).toEqual({ total: gbp(30_000 + 50_000 - 10_000), min: gbp(30_000 + 20_000 - 10_000) });
    expect(faultsOfSheet(sheet, 'GBP')).toEqual([]);
  });

  it('refuses a minimum above its amount and names the line', () => {
    expect(faultsOfSheet([line(), line({ min: gbp(30_001) })], 'GBP')).toEqual([{ pointer: '/lines/1/min', message: expect.any(String) }]);
  });

  it('refuses another currency', () => {
    expect(faultsOfSheet([line({ unitPrice: money(1n, 'EUR') })], 'GBP')[0]).toMatchObject({ pointer: '/lines/0/unitPrice/currency' });
  });

  it('refuses a total below nothing, and one that is too large', () => {
    expect(faultsOfSheet([line({ kind: 'income' })], 'GBP')[0]).toMatchObject({ pointer: '/lines' });
    expect(faultsOfSheet([line({ quantity: 1_000_000, unitPrice: money(1_000_000_000_000n, 'GBP') })], 'GBP')[0]).toMatchObject({
      pointer: '/lines/0/quantity',
    });
  });

  it('never has a minimum above its total', () => {
    const any = fc.record({
      kind: fc.constantFrom('expense' as const, 'income' as const),
      quantity: fc.integer({ min: 1, max: 1000 }),
      unit: fc.integer({ min: 0, max: 10_000 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (rows) => {
        const sheet = rows.map((r) =>
          line({
            kind: r.kind,
            quantity: r.quantity,
            unitPrice: gbp(r.unit),
            min: r.kind === 'expense' ? gbp(Math.floor((r.quantity * r.unit) / 2)) : null,
          }),
        );
        const { total, min } = totalsOf(sheet, 'GBP');
        return total.minor < 0n || min.minor <= total.minor;
      }),
    );
  });
});
