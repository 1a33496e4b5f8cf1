import { sha256 } from '#voting/count';

/** SHA-256 of a vote's salt and a text, hexadecimal: the same text leaves different hashes in different votes. */
export const saltedHash = (salt: Buffer, text: string): string => sha256(Buffer.concat([salt, Buffer.from(text, 'utf8')]));
