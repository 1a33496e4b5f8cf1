import { countCharacters } from './enhance/count-characters';
import { focusFault } from './enhance/focus-fault';
import { followLive } from './enhance/follow-live';
import { sendOnce } from './enhance/send-once';
import { showSimilar } from './enhance/show-similar';
import { supportInPlace } from './enhance/support-in-place';

// The pages work without this file: it only adds. No framework is sent to the browser.
focusFault(document);
countCharacters(document);
showSimilar(document);
supportInPlace(document);
sendOnce(document);
followLive(document);
if (document.querySelector('[data-ballot], [data-keep], [data-for-me], [data-own-receipt]')) {
  void import('./enhance/votes').then(({ enhanceVotes }) => enhanceVotes(document));
}
