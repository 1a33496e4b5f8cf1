import { Injectable } from '@nestjs/common';
import type { PaymentListener } from './domain/source.js';

/** Who is told about which kind of source: the owner registers, so that no arrow points back. */
@Injectable()
export class PaymentListeners {
  private readonly byKind = new Map<string, PaymentListener>();

  register(kind: string, listener: PaymentListener): void {
    this.byKind.set(kind, listener);
  }

  of(kind: string): PaymentListener {
    const listener = this.byKind.get(kind);
    if (!listener) throw new Error(`nobody collects for a ${kind}`);
    return listener;
  }
}
