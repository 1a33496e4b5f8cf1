import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { ElectorsStore } from '../store/electors.store.js';
import { SecrecyStore } from '../store/secrecy.store.js';

/** Takes an erased person's ballots out of the votes that are open. Closed votes know nobody and stay as they are (VOT-10). */
@Injectable()
export class WithdrawBallots {
  constructor(
    private readonly secrecy: SecrecyStore,
    private readonly electors: ElectorsStore,
  ) {}

  async ofErased(tx: Tx, accountId: string): Promise<void> {
    for (const ballotId of await this.secrecy.openBallotsOf(tx, accountId)) {
      await this.electors.holdOpen(tx, ballotId);
      await this.secrecy.withdraw(tx, ballotId, accountId);
    }
  }
}
