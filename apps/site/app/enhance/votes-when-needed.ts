/**
 * Fetches what script adds to votes, on pages that have one. Until it is there, forms remember that somebody has begun to fill them in, so that
 * nothing done early is lost.
 */
export function votesWhenNeeded(page: Document): void {
  if (!page.querySelector('[data-ballot], [data-keep], [data-for-me], [data-own-receipt]')) return;
  page.addEventListener('change', ({ target }) => {
    (target as Element).closest('form[data-ballot]')?.setAttribute('data-touched', '');
  });
  void import('./votes').then(({ enhanceVotes }) => enhanceVotes(page));
}
