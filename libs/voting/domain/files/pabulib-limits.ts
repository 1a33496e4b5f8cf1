import type { Decimal } from '../arithmetic/decimal.js';
import { parseDecimal, unitsAt } from '../arithmetic/decimal.js';
import type { BallotGroup, BudgetInstance } from '../instance.js';

/** The limits a Pabulib file may state for its ballots. */
export const LIMITS = [
  'min_length',
  'max_length',
  'min_sum_cost',
  'max_sum_cost',
  'min_points',
  'max_points',
  'min_sum_points',
  'max_sum_points',
] as const;
export type LimitName = (typeof LIMITS)[number];

/** How many ballots break each limit stated in the file. They are counted all the same: real files contain such ballots. */
export function limitViolations(instance: BudgetInstance): Partial<Record<LimitName, number>> {
  const broken: Partial<Record<LimitName, number>> = {};
  for (const name of LIMITS) {
    const limit = parseDecimal(instance.meta[name] ?? '');
    if (!limit) continue;
    let ballots = 0;
    for (const group of instance.ballots) if (breaks(group, name, limit, instance)) ballots += group.count;
    if (ballots > 0) broken[name] = ballots;
  }
  return broken;
}

function breaks(group: BallotGroup, name: LimitName, limit: Decimal, instance: BudgetInstance): boolean {
  const below = name.startsWith('min_');
  const outside = ({ value, places }: Amount): boolean => {
    const scale = Math.max(places, limit.places);
    const bound = unitsAt(limit, scale);
    const own = unitsAt({ units: value, places }, scale);
    return below ? own < bound : own > bound;
  };
  return amounts(group, name.slice(4), instance).some(outside);
}

interface Amount {
  value: bigint;
  places: number;
}

function amounts(group: BallotGroup, measure: string, instance: BudgetInstance): Amount[] {
  const points = group.points?.map((value) => ({ value: BigInt(value), places: instance.pointDecimals }));
  if (measure === 'length') return [{ value: BigInt(group.choices.length), places: 0 }];
  if (measure === 'sum_cost') {
    return [{ value: group.choices.reduce((sum, at) => sum + (instance.projects[at]?.cost ?? 0n), 0n), places: instance.decimals }];
  }
  if (!points) return [];
  if (measure === 'points') return points;
  return [{ value: points.reduce((sum, point) => sum + point.value, 0n), places: instance.pointDecimals }];
}
