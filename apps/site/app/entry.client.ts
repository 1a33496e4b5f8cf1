import { countCharacters } from './enhance/count-characters';
import { focusFault } from './enhance/focus-fault';
import { sendOnce } from './enhance/send-once';

// The pages work without this file: it only adds. No framework is sent to the browser.
focusFault(document);
countCharacters(document);
sendOnce(document);
