import type { RuleResultView } from '../views/results';

/** Width of the longest bar. */
export const PAYERS_SCALE = 600;

/** Who paid for one proposal that its supporters bought. */
export interface Payers {
  readonly id: string;
  readonly title: string;
  readonly step: number;
  /** Decimal text: the most that one supporter paid. */
  readonly share: string;
  readonly supporters: number;
  readonly parts: readonly {
    readonly kind: 'full' | 'last' | 'nothing';
    readonly people: number;
    readonly from: number;
    readonly width: number;
  }[];
}

/** Every purchase in order, as bars on one scale: a person is as wide in all of them. */
export function payersOf({ projects }: RuleResultView): Payers[] {
  const bought = projects.filter(({ reason }) => reason.code === 'BOUGHT');
  const most = Math.max(1, ...bought.map(({ reason: r }) => (r.payFullShare ?? 0) + (r.payLastMoney ?? 0) + (r.hadNothingLeft ?? 0)));
  return bought
    .map(({ proposalId, title, reason }): Payers => {
      const people = [
        ['full', reason.payFullShare ?? 0],
        ['last', reason.payLastMoney ?? 0],
        ['nothing', reason.hadNothingLeft ?? 0],
      ] as const;
      let before = 0;
      const parts = people.map(([kind, count]) => {
        const from = (before / most) * PAYERS_SCALE;
        before += count;
        return { kind, people: count, from, width: (count / most) * PAYERS_SCALE };
      });
      return { id: proposalId, title, step: reason.step ?? 0, share: reason.share ?? '0', supporters: before, parts };
    })
    .sort((a, b) => a.step - b.step);
}

/** What of all voters' shares was paid and what is left in them, in minor units; null where no share was given out. */
export function sharesOf({ projects, ballots, endowment }: RuleResultView, exponent: number): { bought: number; left: number } | null {
  if (endowment === null) return null;
  const bought = projects.filter(({ reason }) => reason.code === 'BOUGHT').reduce((sum, { cost }) => sum + cost.amount, 0);
  return { bought, left: Math.round(Number(endowment) * ballots * 10 ** exponent) - bought };
}

/** All the virtual money as one bar: what each purchase cost, what was added from the rest, what nobody used. Fractions of the whole. */
export interface MoneyBar {
  readonly whole: number;
  readonly bought: number;
  readonly added: number;
  readonly left: number;
}

/** Costs and pot in minor units; `null` where the pot is nothing. */
export function moneyBar({ projects, pot, left }: RuleResultView): MoneyBar | null {
  const whole = Number(pot);
  if (!(whole > 0)) return null;
  const added = projects.filter((p) => p.reason.code === 'ADDED_AT_END').reduce((sum, p) => sum + p.cost.amount, 0);
  const bought = projects.filter((p) => p.funded && p.reason.code !== 'ADDED_AT_END').reduce((sum, p) => sum + p.cost.amount, 0);
  const rest = Number(left) / whole;
  const spent = bought + added || 1;
  return { whole, bought: (1 - rest) * (bought / spent), added: (1 - rest) * (added / spent), left: rest };
}
