import { countCharacters } from './enhance/count-characters';
import { focusFault } from './enhance/focus-fault';
import { followLive } from './enhance/follow-live';
import { sendOnce } from './enhance/send-once';
import { showSimilar } from './enhance/show-similar';
import { supportInPlace } from './enhance/support-in-place';
import { votesWhenNeeded } from './enhance/votes-when-needed';

// The pages work without this file: it only adds. No framework is sent to the browser.
focusFault(document);
countCharacters(document);
showSimilar(document);
supportInPlace(document);
sendOnce(document);
followLive(document);
votesWhenNeeded(document);
