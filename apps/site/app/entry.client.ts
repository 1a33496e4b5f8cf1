import { countCharacters } from './enhance/count-characters';
import { focusFault } from './enhance/focus-fault';
import { saveBallot } from './enhance/save-ballot';
import { sendOnce } from './enhance/send-once';

// The pages work without this file: it only adds. No framework is sent to the browser.
focusFault(document);
countCharacters(document);
saveBallot(document);
sendOnce(document);
