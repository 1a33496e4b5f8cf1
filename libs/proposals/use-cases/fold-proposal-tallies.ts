import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { FoldLoop } from '#events';
import { Database } from '#platform';
import { SupportsStore } from '../store/supports.store.js';

/** Keeps the numbers under proposals at most a second behind. */
@Injectable()
export class FoldProposalTallies implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop = new FoldLoop('proposal tallies', () => this.fold());

  constructor(
    private readonly database: Database,
    private readonly supports: SupportsStore,
  ) {}

  fold(): Promise<void> {
    return this.supports.fold(this.database);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }
}
