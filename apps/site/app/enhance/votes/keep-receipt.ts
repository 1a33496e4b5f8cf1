import { type KeptBallot, keepBallot } from './kept';

/** Keeps the receipt that a page shows, with what was chosen, on this device, and says so where the page has a line for it. */
export function keepReceipt(page: Document): void {
  for (const notice of page.querySelectorAll<HTMLElement>('[data-keep]')) {
    const done = keepBallot(notice.dataset['keep'] ?? '', JSON.parse(notice.dataset['kept'] ?? '{}') as KeptBallot);
    const line = notice.querySelector<HTMLElement>('[data-when-kept]');
    if (line) line.hidden = !done;
  }
}
