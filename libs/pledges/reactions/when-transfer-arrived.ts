import { Injectable } from '@nestjs/common';
import type { ExpectedItemMatched } from '#ledger';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import { TRANSFER } from '../use-cases/expect-transfer.js';
import { ReceiveTransfer } from '../use-cases/receive-transfer.js';

@Injectable()
@ReactsTo('ExpectedItemMatched')
export class WhenTransferArrived implements Reaction<ExpectedItemMatched> {
  constructor(private readonly receive: ReceiveTransfer) {}

  async react(tx: Tx, { body }: ExpectedItemMatched): Promise<void> {
    if (body.kind === TRANSFER) await this.receive.arrived(tx, body.sourceId, BigInt(body.amount), body.lineId);
  }
}
