import { createHash } from 'node:crypto';

/** Letters and digits that are not mistaken for one another; what people write instead is read as what they meant. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 12;

/** How many random bytes a code takes. */
export const CODE_BYTES = LETTERS;

/** A code of 60 random bits to be printed or told: `XXXX-XXXX-XXXX`. Takes 12 random bytes, of which each gives five bits. */
export function codeFrom(random: Uint8Array): string {
  if (random.length !== LETTERS) throw new RangeError(`a code takes ${LETTERS} random bytes`);
  const letters = [...random].map((byte) => ALPHABET[byte & 31]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as it was typed (small letters, spaces, O for 0, I or L for 1) in its one form; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const clean = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return clean.length === LETTERS && [...clean].every((letter) => ALPHABET.includes(letter)) ? clean : null;
}

/** What is stored of a code: SHA-256 of the vote's salt and the code, hexadecimal. Null for what is no code. */
export function codeHash(salt: Uint8Array, typed: string): string | null {
  const code = readCode(typed);
  return code === null ? null : createHash('sha256').update(salt).update(code).digest('hex');
}
