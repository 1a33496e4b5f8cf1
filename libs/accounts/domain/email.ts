/** Mail providers that deliver `a.b@…` and `ab@…` to one mailbox. */
const IGNORES_DOTS = new Set(['gmail.com', 'googlemail.com']);

/**
 * The key under which a mailbox exists once: lower case, NFKC, without plus-tag, without dots where the provider
 * ignores them (voting spec §8). Two spellings of one mailbox are one person and one vote.
 */
export function emailKey(email: string): string {
  const clean = email.normalize('NFKC').trim().toLowerCase();
  const at = clean.lastIndexOf('@');
  const domain = clean.slice(at + 1);
  const local = clean.slice(0, at).split('+')[0] ?? '';
  return `${IGNORES_DOTS.has(domain) ? local.replaceAll('.', '') : local}@${domain}`;
}
