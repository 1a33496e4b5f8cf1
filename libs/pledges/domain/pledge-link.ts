import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The secret part of a backer's link: it opens one pledge, and every mail about that pledge can carry it. A higher
 * version makes all earlier links useless.
 */
export const linkFor = (secret: string, pledgeId: string, version: number): string =>
  createHmac('sha256', secret).update(`pledge link:${pledgeId}:${version}`).digest('base64url');

/** Compares without telling by its time how much was right. */
export function opens(secret: string, link: string, pledgeId: string, version: number): boolean {
  const right = Buffer.from(linkFor(secret, pledgeId, version));
  const given = Buffer.from(link);
  return right.length === given.length && timingSafeEqual(right, given);
}
