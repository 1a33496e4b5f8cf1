import { descriptionJson } from './description.data.js';

/**
 * A parameter schema of Stripe's description, numbers being places in `description.schemas`:
 * s string (longest length, format) · i integer · n number · b boolean · e one of these words · a list of ·
 * o object (fields, required names) · m free map of · u one of these.
 */
export type Schema =
  | ['s', number?, string?]
  | ['i', string?]
  | ['n']
  | ['b']
  | ['e', ...(string | boolean)[]]
  | ['a', number]
  | ['o', Record<string, number>, string[]?]
  | ['m', number]
  | ['u', ...number[]];

/** What `expand[]` may reach in an object: `[kinds]` an id to follow, `"kind"` an object already whole, `{…}` a plain object on the way. */
export type Reach = string | string[] | { [field: string]: Reach };

export interface Description {
  /** The API version described, for example `2026-10-28.endive`. */
  version: string;
  /** What it was taken from: the SDK's package with its version, and the tag of Stripe's own description in it. */
  sdk: string;
  /** `"POST /v1/refunds"` → number of its parameter schema, or -1 for an operation that is only named. */
  ops: Record<string, number>;
  schemas: Schema[];
  /** What an operation answers with: a kind, or `[kind]` for a list. */
  answers: Record<string, string>;
  events: string[];
  blanks: Record<string, Record<string, unknown>>;
  expand: Record<string, Record<string, Reach>>;
}

const deepFreeze = (value: unknown): void => {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
};

/** Stripe's API description, boiled down by scripts/describe-stripe.mjs. Blanks are shared and therefore frozen. */
export const description: Description = JSON.parse(descriptionJson) as Description;
deepFreeze(description.blanks);

/** An object of this kind with every required field at its emptiest, the given fields filled in. */
export function fresh<T extends { id: string }>(kind: string, fields: Partial<T> & { id: string }): T {
  return { ...description.blanks[kind], ...fields } as unknown as T;
}
