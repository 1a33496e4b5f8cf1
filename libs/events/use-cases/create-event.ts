import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { type Id, newId } from '#kernel';
import { type Actor, type Tx, UnitOfWork, refusingOn } from '#platform';
import { eventCreated } from '../domain/events.facts.js';
import { refuse } from '../domain/events.refusals.js';
import { EventsStore } from '../store/events.store.js';

export interface NewEvent {
  slug: string;
  name: string;
  hashtag?: string;
  summary?: string;
  currency: string;
  timeZone: string;
}

/** Makes an event whose creator is its owner. */
@Injectable()
export class CreateEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventsStore,
    private readonly accounts: Accounts,
  ) {}

  execute(actor: Actor, event: NewEvent): Promise<{ eventId: Id<'event'>; slug: string }> {
    return this.unitOfWork.run((tx) => this.within(tx, actor, event));
  }

  /** The same inside a transaction that is already open: a promotion makes its event with itself. */
  async within(tx: Tx, actor: Actor, event: NewEvent): Promise<{ eventId: Id<'event'>; slug: string }> {
    const eventId = newId<'event'>();
    const hashtag = event.hashtag ?? event.slug.replaceAll('-', '');
    await refusingOn({ event_slug_once: () => refuse.SLUG_TAKEN({ slug: event.slug }) }, () =>
      this.events.add(tx, { ...event, id: eventId, hashtag, summary: event.summary ?? '', createdBy: actor.accountId }),
    );
    await this.accounts.grant(tx, eventId, actor.accountId, 'owner');
    await tx.audit({ action: 'event created', eventId, subjectKind: 'event', subjectId: eventId, to: 'spark' });
    await tx.fact(eventCreated(eventId, event.slug));
    return { eventId, slug: event.slug };
  }
}
