import type { MoneyView } from './format';

export interface Funding {
  /** What is needed in cash: the campaign's goal as it stands now. */
  readonly goal: MoneyView;
  /** Pledged in all, whether collected yet or not. */
  readonly pledged: MoneyView;
  /** The part of it that has arrived. */
  readonly collected: MoneyView;
  /** Worth of what is given in kind; it has already lowered the goal. */
  readonly inKind: MoneyView;
  /** The most that may be pledged, which gifts in kind have lowered too. */
  readonly target?: MoneyView | null;
}

export interface ThermometerPart {
  readonly kind: 'collected' | 'promised' | 'inKind';
  /** Left end and width on a scale of `SCALE` units. */
  readonly from: number;
  readonly width: number;
  readonly amount: MoneyView;
}

export interface Thermometer {
  readonly parts: readonly ThermometerPart[];
  /** Where the goal stands on the scale. */
  readonly goalAt: number;
  /** Where the target stands; undefined without one. */
  readonly targetAt: number | undefined;
  /** Share of the cash goal that is pledged; may be over 1. */
  readonly share: number;
}

export const SCALE = 600;

/**
 * Lays the parts out beside each other: what was given in kind first, then what has been collected, then what is only
 * promised. The marks of goal and target stand after the worth in kind plus the cash they ask for, because gifts in kind lowered both.
 */
export function thermometer({ goal, pledged, collected, inKind, target }: Funding): Thermometer {
  const money = (amount: number): MoneyView => ({ amount, currency: goal.currency });
  const promised = Math.max(0, pledged.amount - collected.amount);
  const needed = goal.amount + inKind.amount;
  const most = target && target.amount + inKind.amount;
  const whole = Math.max(needed, most ?? 0, inKind.amount + collected.amount + promised, 1);
  const place = (amount: number): number => Math.round((amount / whole) * SCALE * 100) / 100;
  const sizes = [
    { kind: 'inKind', amount: inKind.amount },
    { kind: 'collected', amount: collected.amount },
    { kind: 'promised', amount: promised },
  ] as const;
  let from = 0;
  const parts = sizes.map(({ kind, amount }) => {
    const part = { kind, from: place(from), width: place(amount), amount: money(amount) };
    from += amount;
    return part;
  });
  return {
    parts,
    goalAt: place(needed),
    targetAt: most ? place(most) : undefined,
    share: goal.amount > 0 ? pledged.amount / goal.amount : 1,
  };
}
