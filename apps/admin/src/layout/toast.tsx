import { Notification } from 'react-admin';

const LONG_ENOUGH_MS = 1_800;

/** Says how something ended; short, because the next one waits for it. Refusals stay longer. */
export const Toast = () => <Notification autoHideDuration={LONG_ENOUGH_MS} />;
