import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { FoldLoop, PublicFacts } from '#events';
import { Database } from '#platform';
import { SealsStore } from '../store/seals.store.js';

/** Appends the commitments of new casts to the chains, at most a second behind, so that no cast waits for another. */
@Injectable()
export class SealCasts implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop = new FoldLoop('seals of casts', () => this.seals.seal(this.database));

  constructor(
    private readonly database: Database,
    private readonly seals: SealsStore,
    private readonly facts: PublicFacts,
  ) {}

  /** All that waits, at once. */
  async seal(): Promise<void> {
    await this.seals.sealAll(this.database);
  }

  onModuleInit(): void {
    for (const type of ['BallotOpened', 'BallotClosed', 'BallotCounted', 'BallotVoided']) this.facts.show(type);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }
}
