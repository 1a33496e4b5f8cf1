import { Injectable } from '@nestjs/common';
import type { ExpectedItemUnmatched } from '#ledger';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import { TRANSFER } from '../use-cases/expect-transfer.js';
import { ReceiveTransfer } from '../use-cases/receive-transfer.js';

@Injectable()
@ReactsTo('ExpectedItemUnmatched')
export class WhenTransferTakenBack implements Reaction<ExpectedItemUnmatched> {
  constructor(private readonly receive: ReceiveTransfer) {}

  async react(tx: Tx, { body }: ExpectedItemUnmatched): Promise<void> {
    if (body.kind === TRANSFER) await this.receive.takenBack(tx, body.sourceId, BigInt(body.amount));
  }
}
