import type { Tx } from './tx.js';
import type { UnitOfWork } from './unit-of-work.js';

/** So many rows at most go in one transaction, so that nobody waits long for one of them. */
const ROWS = 1_000;
/** So many transactions at most in one go; what is left after them waits for the schedule's next time. */
const BATCHES = 200;

/**
 * Clears what has ended, batch by batch, each in a transaction of its own. `clear` deletes at most `rows` rows and answers how many
 * it deleted; it is asked again until it finds fewer. Answers how many went in all.
 */
export async function inBatches(unitOfWork: UnitOfWork, clear: (tx: Tx, rows: number) => Promise<number>): Promise<number> {
  let gone = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const cleared = await unitOfWork.run((tx) => clear(tx, ROWS));
    gone += cleared;
    if (cleared < ROWS) break;
  }
  return gone;
}
