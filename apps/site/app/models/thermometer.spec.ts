import { SCALE, thermometer } from './thermometer';

const gbp = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'GBP' });
const funding = (goal: number, pledged: number, collected: number, inKind: number) =>
  thermometer({ goal: gbp(goal), pledged: gbp(pledged), collected: gbp(collected), inKind: gbp(inKind) });

describe('the funding thermometer', () => {
  it('lays what was given in kind, collected and promised end to end', () => {
    const { parts } = funding(1000, 600, 200, 200);
    expect(parts.map((p) => [p.kind, p.from, p.width])).toEqual([
      ['inKind', 0, 100],
      ['collected', 100, 100],
      ['promised', 200, 200],
    ]);
  });

  it('marks the goal behind the gifts in kind, because they have lowered it (CAM-5)', () => {
    expect(funding(1000, 0, 0, 200).goalAt).toBe(SCALE);
    expect(funding(1000, 0, 0, 200).share).toBe(0);
  });

  it('keeps the goal’s mark inside when more than the goal is pledged', () => {
    const { goalAt, share, parts } = funding(1000, 1500, 0, 0);
    expect(goalAt).toBe(400);
    expect(share).toBe(1.5);
    expect(parts.at(-1)).toMatchObject({ from: 0, width: SCALE });
  });

  it('leaves room up to the target, behind the gifts in kind that have lowered it too (PBG-5)', () => {
    const half = { goal: gbp(400), pledged: gbp(400), collected: gbp(0), inKind: gbp(200) };
    expect(thermometer({ ...half, target: gbp(1_000) })).toMatchObject({ goalAt: 300, targetAt: SCALE, share: 1 });
    expect(thermometer({ ...half, target: null }).targetAt).toBeUndefined();
  });

  it('stands at all of it when nothing is needed in money', () => {
    expect(funding(0, 0, 0, 0).share).toBe(1);
  });
});
