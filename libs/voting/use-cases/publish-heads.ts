import { Injectable } from '@nestjs/common';
import { Database, type EventScope, type Tx, UnitOfWork, accessRefusals } from '#platform';
import { RESULT_IS_PUBLIC } from '../rules/ballot.js';
import { BallotsStore } from '../store/ballots.store.js';
import { PublicationStore } from '../store/publication.store.js';
import { SealsStore } from '../store/seals.store.js';

export interface PublishedHead {
  /** Null while the vote is open: it would tell how many have voted (VOT-8). */
  position: number | null;
  hash: string;
  publishedAt: Date;
}

/** Publishes the heads of the chains of commitments: daily while a vote is open, and the last one at its close. */
@Injectable()
export class PublishHeads {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly publication: PublicationStore,
    private readonly seals: SealsStore,
  ) {}

  async execute(): Promise<void> {
    await this.unitOfWork.run((tx) => this.publication.publishHeads(tx));
  }

  /** As soon as a result stands, so that nobody reads one without the head that covers all of its ballots. */
  async atClose(tx: Tx): Promise<void> {
    await this.seals.sealAll(tx);
    await this.publication.publishHeads(tx);
  }

  async of(scope: EventScope, ballotId: string): Promise<PublishedHead[]> {
    const ballot = await this.ballots.byId(this.database, scope.eventId, ballotId);
    if (!ballot || ballot.state === 'draft') throw accessRefusals.NOT_FOUND();
    const closed = RESULT_IS_PUBLIC.includes(ballot.state);
    const heads = await this.publication.heads(this.database, ballotId);
    return heads.map(({ position, hash, published_at }) => ({ position: closed ? position : null, hash, publishedAt: published_at }));
  }
}
