import { createHash } from 'node:crypto';

/** What is stored of a link's secret: its SHA-256. The secret itself has 256 random bits. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
