import { redirect } from 'react-router';

/** What a mailed link takes along at most, in characters (`WAY_BACK_MAX` of libs/accounts; a spec holds both rules against each other). */
const MOST_CHARACTERS = 1_000;
const OWN_PATH = /^\/(?!\/)[!-[\]-~]*$/;

/** A path of this site to go to, or the fallback: never another site's address. */
export function wayBack(wanted: unknown, fallback = '/'): string {
  return typeof wanted === 'string' && wanted.length <= MOST_CHARACTERS && OWN_PATH.test(wanted) ? wanted : fallback;
}

/** The same address with a word that says what was done, which the next page turns into a sentence. */
export function withDone(path: string, done: string): string {
  const [before = '/', hash] = path.split('#');
  const [plain, query] = before.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('done', done);
  return `${plain}?${parameters}${hash ? `#${hash}` : ''}`;
}

/** The address of one of our pages, told where to go on to; `/` needs no telling. */
export function withNext(page: string, next: string | null | undefined): string {
  const path = wayBack(next);
  return path === '/' ? page : `${page}${page.includes('?') ? '&' : '?'}next=${encodeURIComponent(path)}`;
}

/** Where the address of a page says to go on to. */
export const nextOf = ({ url }: Request): string => wayBack(new URL(url).searchParams.get('next'));

/** What a form says of where to go on to, as the API takes it along with a mailed link. */
export const takenAlong = (next: string | undefined): { wayBack?: string } => {
  const path = wayBack(next);
  return path === '/' ? {} : { wayBack: path };
};

/** Sends somebody to the page that says to look into their mail, and from which another one can be asked for. */
export const lookIntoMail = (page: string, next: string | undefined): Response => redirect(withNext(`${page}?sent=1`, next), 303);
