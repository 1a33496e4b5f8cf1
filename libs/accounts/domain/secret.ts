import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';

/** What is stored of a secret that we handed out (session, link, token): its SHA-256. The secret itself has 256 random bits. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;
/** A key seals one text and no other, so the nonce need not change. */
const NONCE = Buffer.alloc(12);
const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'what goes with a secret', 32));

/** What is stored of a text that goes with a secret: nobody reads it who does not hold the secret, which is stored nowhere. */
export function sealedWith(secret: string, text: string): Buffer {
  const cipher = createCipheriv(CIPHER, keyOf(secret), NONCE, { authTagLength: TAG_BYTES });
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** The text that `sealedWith` sealed with that very secret; anything else throws. */
export function openedWith(secret: string, sealed: Buffer): string {
  const decipher = createDecipheriv(CIPHER, keyOf(secret), NONCE, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}
