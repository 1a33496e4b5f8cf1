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
