import type { BenefitKind } from './benefit.js';

/** One line of what a package, or a deal, promises. Money in minor units of the event's currency. */
export interface PromisedBenefit {
  name: string;
  kind: BenefitKind;
  /** How many: logos, tickets, square metres. */
  units: number;
  /** What it is worth to us; null = not valued. */
  valueMinor: bigint | null;
  needsAsset: boolean;
  /** Days before the event when it is due; negative = after. Null = by the event. */
  dueDaysBefore: number | null;
  /** The community's decision that allows a programme slot (SPO-8). */
  decision: string | null;
}

export interface Customised {
  added: string[];
  removed: string[];
  /** Deal price minus package price, minor units. */
  priceEffect: bigint;
  /** Internal value of the deal minus that of the package, minor units; unvalued lines count as nothing. */
  valueEffect: bigint;
}

interface PackageLine {
  id: string;
  name: string;
  valueMinor: bigint | null;
}

interface DealLine {
  packageBenefitId: string | null;
  name: string;
  valueMinor: bigint | null;
}

const worth = (lines: readonly { valueMinor: bigint | null }[]): bigint => lines.reduce((sum, line) => sum + (line.valueMinor ?? 0n), 0n);

/** What a deal has more and less than its package, and what that does to price and value (SPO-3). */
export function compareWithPackage(
  pack: { priceMinor: bigint; lines: readonly PackageLine[] },
  deal: { priceMinor: bigint; lines: readonly DealLine[] },
): Customised {
  const kept = new Set(deal.lines.map((line) => line.packageBenefitId));
  return {
    added: deal.lines.filter((line) => line.packageBenefitId === null).map((line) => line.name),
    removed: pack.lines.filter((line) => !kept.has(line.id)).map((line) => line.name),
    priceEffect: deal.priceMinor - pack.priceMinor,
    valueEffect: worth(deal.lines) - worth(pack.lines),
  };
}
