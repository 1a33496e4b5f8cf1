import { createHash } from 'node:crypto';

/** A line as the bank booked it; positive is money in. */
export interface BankLine {
  lineNo: number;
  /** `YYYY-MM-DD`. */
  bookedOn: string;
  amountMinor: bigint;
  currency: string;
  text: string;
  counterparty: string;
  /** The bank's own reference of the entry; empty when it has none. */
  reference: string;
}

export interface IdentifiedLine extends BankLine {
  identity: Buffer;
  /** Which of several equal lines of a day this is: two equal gifts stay two (REC-4). */
  ordinal: number;
}

/**
 * Gives each line what recognises it in another file: the bank's reference with day and amount, else day, amount and text; plus its
 * ordinal among equals (REC-4). The reference does not stand alone: some banks repeat it with every standing order.
 */
export function identify(lines: readonly BankLine[]): IdentifiedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const parts = line.reference ? ['reference', line.reference] : ['text', line.text, line.counterparty];
    const identity = createHash('sha256')
      .update(JSON.stringify([line.bookedOn, String(line.amountMinor), line.currency, ...parts]))
      .digest();
    const key = identity.toString('hex');
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return { ...line, identity, ordinal };
  });
}

export interface Arithmetic {
  opening: bigint | null;
  closing: bigint | null;
  sum: bigint;
  /** Opening + lines − closing; null when the file does not say both. */
  difference: bigint | null;
}

/** Does the statement add up (REC-6)? From the figures a person gives, else from the file's balance column, whichever way it is sorted. */
export function arithmeticOf(
  lines: readonly BankLine[],
  balances: readonly (bigint | null)[],
  given: { opening?: bigint | undefined; closing?: bigint | undefined },
): Arithmetic {
  const sum = lines.reduce((total, l) => total + l.amountMinor, 0n);
  const own = fromBalances(lines, balances);
  const opening = given.opening ?? own?.opening ?? null;
  const closing = given.closing ?? own?.closing ?? null;
  return { opening, closing, sum, difference: opening === null || closing === null ? null : opening + sum - closing };
}

function fromBalances(lines: readonly BankLine[], balances: readonly (bigint | null)[]): { opening: bigint; closing: bigint } | undefined {
  const first = balances[0];
  const last = balances.at(-1);
  if (!lines.length || first === null || first === undefined || last === null || last === undefined) return undefined;
  const newestFirst = lines.length > 1 && lines[0]!.bookedOn > lines.at(-1)!.bookedOn;
  const oneDay = lines.length > 1 && lines[0]!.bookedOn === lines.at(-1)!.bookedOn;
  const upward = { opening: first - lines[0]!.amountMinor, closing: last };
  const downward = { opening: last - lines.at(-1)!.amountMinor, closing: first };
  const sum = lines.reduce((total, l) => total + l.amountMinor, 0n);
  if (oneDay) return upward.opening + sum === upward.closing ? upward : downward;
  return newestFirst ? downward : upward;
}
