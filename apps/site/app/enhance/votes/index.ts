import { countDots } from './count-dots';
import { forMe } from './for-me';
import { keepReceipt } from './keep-receipt';
import { ownReceipt } from './own-receipt';
import { rankByHand } from './rank-by-hand';
import { saveBallot } from './save-ballot';
import { sumPot } from './sum-pot';

/** What script adds to ballots and results; fetched only by pages that have one. */
export function enhanceVotes(page: Document): void {
  keepReceipt(page);
  ownReceipt(page);
  rankByHand(page);
  sumPot(page);
  countDots(page);
  saveBallot(page);
  forMe(page);
}
