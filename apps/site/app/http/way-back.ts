import { redirect } from 'react-router';

/** A path of this site to go to, or the fallback: never another site's address. */
export function wayBack(wanted: FormDataEntryValue | string | null | undefined, fallback = '/'): string {
  return typeof wanted === 'string' && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(wanted) ? wanted : fallback;
}

/** The same address with a word that says what was done, which the next page turns into a sentence. */
export function withDone(path: string, done: string): string {
  const [before = '/', hash] = path.split('#');
  const [plain, query] = before.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('done', done);
  return `${plain}?${parameters}${hash ? `#${hash}` : ''}`;
}

const COOKIE = 'back';
/** As long as the link lives that confirms an address. */
const KEPT_SECONDS = 48 * 3_600;
/** What a browser keeps for certain, with room for the rest. */
const MOST_CHARACTERS = 2_000;

const cookie = (value: string, seconds: number, { protocol }: URL): string =>
  `${COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${protocol === 'https:' ? '; Secure' : ''}`;

/**
 * The cookie that keeps the way back while somebody looks into their mail. It stays in this browser: the path may hold a secret of its own,
 * which is to stand in no mail. `/` keeps nothing, and forgets what was kept.
 */
export function keepWayBack(path: string, url: URL): string {
  const value = encodeURIComponent(path);
  return path === '/' || value.length > MOST_CHARACTERS ? cookie('', 0, url) : cookie(value, KEPT_SECONDS, url);
}

/** Sends somebody to the page that says to look into their mail; the way back is kept for the link they will follow. */
export const lookIntoMail = (page: string, next: string | undefined, url: URL): Response =>
  redirect(`${page}?sent=1`, { status: 303, headers: { 'set-cookie': keepWayBack(wayBack(next), url) } });

/** What `keepWayBack` kept in this browser, or the fallback. */
export function keptWayBack(headers: Headers, fallback = '/'): string {
  const value = /(?:^|;\s*)back=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? '';
  try {
    return wayBack(decodeURIComponent(value), fallback);
  } catch {
    return fallback;
  }
}

/** Where to go after signing in: where the address of the page says, else where somebody was before they looked into their mail. */
export const nextOf = ({ url, headers }: Request): string => wayBack(new URL(url).searchParams.get('next'), keptWayBack(headers));

/** Where the way back has led to its end: goes there, and keeps it no longer. */
export const goBack = (path: string, url: URL): Response =>
  redirect(path, { status: 303, headers: { 'set-cookie': keepWayBack('/', url) } });
