import { domainToASCII } from 'node:url';

/** Mail providers that deliver `a.b@…` and `ab@…` to one mailbox. */
const IGNORES_DOTS = new Set(['gmail.com', 'googlemail.com']);

/**
 * The key under which a mailbox exists once: lower case, NFKC, without plus-tag, without dots where the provider
 * ignores them (voting spec §8), a domain of other letters in its form for machines. Two spellings of one mailbox are one person and one
 * vote; two mailboxes never are: what begins with a plus has no tag.
 */
export function emailKey(email: string): string {
  const clean = email.normalize('NFKC').trim().toLowerCase();
  const at = clean.lastIndexOf('@');
  const domain = domainToASCII(clean.slice(at + 1)) || clean.slice(at + 1);
  const local = clean.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return `${IGNORES_DOTS.has(domain) ? local.replaceAll('.', '') : local}@${domain}`;
}
