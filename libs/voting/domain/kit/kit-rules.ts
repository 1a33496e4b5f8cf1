import { exponentOf } from '#kernel';
import { KitFault } from './kit-fault.js';

/** The seed that stands in the rules of a vote from a file: its lot is the order of the file, and nobody has receipts. */
export const FILE_ORDER = 'the order of the file';

/** An option of a vote; its number is its place in the lot, from 1. */
export interface KitOption {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** Minor units; null where options cost nothing. */
  readonly cost: bigint | null;
}

/** What of the frozen rules a recount needs. */
export interface KitRules {
  readonly title: string;
  readonly question: string;
  readonly method: string;
  readonly rule: string;
  readonly currency: string;
  /** Digits of the currency's minor unit. */
  readonly decimals: number;
  /** Minor units; null for a vote without a pot. */
  readonly pot: bigint | null;
  /** Step of equal shares in minor units. */
  readonly increment: bigint | null;
  readonly seats: number;
  readonly threshold: number;
  readonly maxChoices: number;
  readonly equalRanks: boolean;
  /** The vote came in as a file: it has no receipts. */
  readonly fromFile: boolean;
  readonly options: readonly KitOption[];
}

/** How the ballots of a vote are written down. */
export type BallotForm = 'pb' | 'preflib' | 'cat' | 'csv';

/** With a pot: Pabulib. Rankings: PrefLib. Points that buy nothing: CSV. Choices, dates and consent: PrefLib's categories. */
export function formOf({ pot, method }: Pick<KitRules, 'pot' | 'method'>): BallotForm {
  if (pot !== null) return 'pb';
  if (method === 'ranked') return 'preflib';
  return method === 'points' ? 'csv' : 'cat';
}

/** Reads rules.json. Throws KitFault when a field that the count rests on is missing or is not what it should be. */
export function readKitRules(text: string): KitRules {
  const rules = new Fields(parse(text), 'rules.json');
  const pot = rules.object('pot');
  const currency = rules.text('currency', pot?.text('currency') ?? '');
  const increment = rules.text('incrementMinor', '');
  return {
    title: rules.text('title', ''),
    question: rules.text('question', ''),
    method: rules.text('method'),
    rule: rules.text('rule'),
    currency,
    decimals: exponentIn(currency),
    pot: pot ? pot.amount() : null,
    increment: /^\d+$/.test(increment) ? BigInt(increment) : null,
    seats: rules.whole('seats', 1),
    threshold: rules.whole('threshold', 0),
    maxChoices: rules.whole('maxChoices', 0),
    equalRanks: rules.flag('equalRanks'),
    fromFile: rules.text('lotSeed', '') === FILE_ORDER,
    options: rules.list('options').map((option, at) => ({
      number: at + 1,
      id: option.text('optionId', option.text('proposalId', '')) || option.text('optionId'),
      title: option.text('title'),
      cost: option.object('cost')?.amount() ?? null,
    })),
  };
}

class Fields {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly place: string,
  ) {}

  text(name: string, otherwise?: string): string {
    const value = this.values[name] ?? otherwise;
    return typeof value === 'string' ? value : this.fail(name);
  }

  whole(name: string, otherwise: number): number {
    const value = this.values[name] ?? otherwise;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : this.fail(name);
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  amount(): bigint {
    return BigInt(this.whole('amount', -1));
  }

  object(name: string): Fields | null {
    const value = this.values[name] ?? null;
    if (value === null) return null;
    return isRecord(value) ? new Fields(value, `${this.place} ${name}`) : this.fail(name);
  }

  list(name: string): Fields[] {
    const value = this.values[name] ?? [];
    if (!Array.isArray(value)) return this.fail(name);
    return value.map((each: unknown, at) => (isRecord(each) ? new Fields(each, `${this.place} ${name} ${at + 1}`) : this.fail(name)));
  }

  private fail(name: string): never {
    throw new KitFault('kit-bad-rules', `${this.place} ${name}`, JSON.stringify(this.values[name]) ?? 'missing');
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Not JSON: the same answer as JSON of another shape.
  }
  throw new KitFault('kit-bad-rules', 'rules.json', text.slice(0, 40));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function exponentIn(currency: string): number {
  try {
    return currency === '' ? 0 : exponentOf(currency);
  } catch {
    throw new KitFault('kit-bad-rules', 'rules.json currency', currency);
  }
}
