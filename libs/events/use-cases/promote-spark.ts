import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { type Actor, type Tx, UnitOfWork, accessRefusals } from '#platform';
import { sparkPromoted } from '../domain/events.facts.js';
import { refuse } from '../domain/events.refusals.js';
import { SparksStore } from '../store/sparks.store.js';
import { CreateEvent, type NewEvent } from './create-event.js';
import { MoveSpark } from './move-spark.js';

/** Turns a spark into what it asks for: an event (open wall) or a proposal (inside an event). Never undone (SPK-2). */
@Injectable()
export class PromoteSpark {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sparks: SparksStore,
    private readonly moveSpark: MoveSpark,
    private readonly createEvent: CreateEvent,
  ) {}

  /** Makes an event of a spark on the open wall. Its author may once people talk about it; an administrator may any time. */
  toEvent(actor: Actor, sparkId: string, event: NewEvent): Promise<{ sparkId: string; eventId: string; slug: string }> {
    return this.unitOfWork.run(async (tx) => {
      const spark = await this.moveSpark.lock(tx, sparkId);
      if (spark.event_id !== null) throw refuse.SPARK_HAS_EVENT();
      if (!actor.isAdmin && spark.author_id !== actor.accountId) throw accessRefusals.NOT_ALLOWED();
      // An administrator who promotes an open spark opens its conversation too: the state table has no short cut.
      const talking = actor.isAdmin && spark.state === 'open' ? await this.moveSpark.to(tx, spark, 'conversing') : spark;
      await this.moveSpark.to(tx, talking, 'promoted');
      const { eventId, slug } = await this.createEvent.within(tx, actor, event);
      await this.sparks.addPromotion(tx, sparkId, 'event', eventId);
      await tx.fact(sparkPromoted(eventId, sparkId));
      return { sparkId, eventId, slug };
    });
  }

  /** Links a spark of an event to a proposal made of it. A second proposal of the same spark is only another link. */
  async toProposal(tx: Tx, eventId: Id<'event'>, sparkId: string, proposalId: string): Promise<void> {
    const spark = await this.moveSpark.lock(tx, sparkId);
    if (spark.event_id !== eventId) throw accessRefusals.NOT_FOUND();
    if (spark.state !== 'promoted') {
      const talking = spark.state === 'open' ? await this.moveSpark.to(tx, spark, 'conversing') : spark;
      await this.moveSpark.to(tx, talking, 'promoted');
    }
    await this.sparks.addPromotion(tx, sparkId, 'proposal', proposalId);
    await tx.fact(sparkPromoted(eventId, sparkId, proposalId));
  }
}
