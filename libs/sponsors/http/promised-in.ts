import type { EventScope } from '#platform';
import type { PromisedBenefit } from '../domain/package.js';
import { amountIn } from './amount-in.js';
import type { BenefitBody } from './package.body.js';

/** A promised line as it comes in; `pointer` names it in refusals. */
export const promisedIn = ({ currency }: EventScope, b: BenefitBody, pointer: string): PromisedBenefit => ({
  name: b.name,
  kind: b.kind,
  units: b.units ?? 1,
  valueMinor: b.value ? amountIn(currency, b.value, `${pointer}/value`) : null,
  needsAsset: b.needsAsset ?? false,
  dueDaysBefore: b.dueDaysBefore ?? null,
  decision: b.decision ?? null,
});
