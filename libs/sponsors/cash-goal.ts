import type { Id, Money } from '#kernel';
import type { Tx } from '#platform';

/** What a gift in kind takes off the cash goal of an event's campaigns, in the transaction that accepts it (CAM-5). */
export abstract class CashGoal {
  abstract lowerGoal(tx: Tx, eventId: Id<'event'>, by: { amount: Money; because: string; sourceId: string }): Promise<void>;
}

/** An installation without campaigns has no cash goal to lower. */
export class NoCashGoal extends CashGoal {
  override lowerGoal(): Promise<void> {
    return Promise.resolve();
  }
}
