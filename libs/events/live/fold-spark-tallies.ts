import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '#platform';
import { SupportsStore } from '../store/supports.store.js';
import { FoldLoop } from './fold-loop.js';

/** Keeps the numbers under sparks at most a second behind. */
@Injectable()
export class FoldSparkTallies implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop = new FoldLoop('spark tallies', () => this.fold());

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
