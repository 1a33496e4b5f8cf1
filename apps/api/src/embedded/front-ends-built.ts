/**
 * Settles when the front ends are there to be served. `npm start` builds them while we make the database ready, says so with `FRONT_ENDS`
 * and sends a message when they are done; that it is gone will do as well. Everybody else has built them before.
 */
export const frontEndsBuilt: Promise<void> =
  process.env.FRONT_ENDS && process.connected
    ? new Promise((resolve) => {
        process.once('message', () => resolve());
        process.once('disconnect', () => resolve());
      })
    : Promise.resolve();
