import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** A UUIDv7 that we make ourselves; the brand keeps the id of one noun from being passed as another's. */
export type Id<Noun extends string> = string & { readonly __noun: Noun };

/** A new id. UUIDv7, so that indexes grow at their right edge. */
export const newId = <Noun extends string>(): Id<Noun> => v7() as Id<Noun>;

/** 256 random bits as base64url: session ids, link tokens. Only their hash is ever stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Twenty-four letters and digits that cannot be mistaken for one another when read aloud or copied by hand. */
const REFERENCE_ALPHABET = 'ACDEFGHJKLMNPQRTUVWXY347';

/** The character that makes an 8-character reference checkable: a weighted sum modulo 24 (catches any single wrong character). */
export function referenceCheck(body: string): string {
  let total = 0;
  for (const [i, letter] of [...body].entries()) {
    const value = REFERENCE_ALPHABET.indexOf(letter);
    if (value < 0) throw new RangeError(`${letter} is not in the reference alphabet`);
    total += value * WEIGHTS[i % WEIGHTS.length]!;
  }
  return REFERENCE_ALPHABET[total % REFERENCE_ALPHABET.length]!;
}

/** Weights without a common factor with 24, so that every single wrong character changes the check. */
const WEIGHTS = [1, 5, 7, 11, 13, 17, 19, 23] as const;

/** A short human reference for receipts and bank transfers: 8 characters and a check character (REF-CODE). */
export function newReference(): string {
  const body = Array.from({ length: 8 }, () => REFERENCE_ALPHABET[randomInt(REFERENCE_ALPHABET.length)]).join('');
  return body + referenceCheck(body);
}

/** Reads a reference as people write it (spaces, dashes, lower case); undefined when it is not one or its check fails. */
export function readReference(text: string): string | undefined {
  const clean = text.toUpperCase().replace(/[\s-]/g, '');
  if (clean.length !== 9 || [...clean].some((c) => !REFERENCE_ALPHABET.includes(c))) return undefined;
  return referenceCheck(clean.slice(0, 8)) === clean[8] ? clean : undefined;
}
