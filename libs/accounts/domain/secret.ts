import { createHash } from 'node:crypto';

/** What is stored of a secret that we handed out (session, link, token): its SHA-256. The secret itself has 256 random bits. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
