import { Injectable } from '@nestjs/common';
import { Database, type EventScope } from '#platform';
import type { PublishedHead as KitHead } from '#voting/count';
import { type KitAnswer, countInThread } from '../count-in-thread.js';
import { PublicationStore } from '../store/publication.store.js';
import { SealsStore } from '../store/seals.store.js';
import type { ResultShown } from './show-ballots.js';

const MOST_KEPT = 4;

/**
 * Recount kits of counted votes, made off the event loop and kept while they are asked for. A kit is a function of what no longer
 * changes, so every process makes the same bytes; those who ask at once wait for one making.
 */
@Injectable()
export class Kits {
  private readonly kept = new Map<string, Promise<KitAnswer>>();

  constructor(
    private readonly database: Database,
    private readonly publication: PublicationStore,
    private readonly seals: SealsStore,
  ) {}

  of(scope: EventScope, result: ResultShown): Promise<KitAnswer> {
    const { id } = result.ballot;
    const known = this.kept.get(id);
    if (known) return known;
    const making = this.make(scope, result);
    this.kept.set(id, making);
    making.catch(() => this.kept.delete(id));
    for (const oldest of [...this.kept.keys()].slice(0, -MOST_KEPT)) this.kept.delete(oldest);
    return making;
  }

  private async make(scope: EventScope, { ballot, options, document }: ResultShown): Promise<KitAnswer> {
    // The casts of the last second may still wait.
    await this.seals.sealAll(this.database);
    const kit = await countInThread({
      kit: {
        rulesText: ballot.rules_text!,
        event: scope.slug,
        place: scope.timeZone,
        openedOn: dayOf(ballot.opened_at!),
        closedOn: dayOf(ballot.closed_at!),
        standing: options.filter((o) => o.withdrawn_at === null).map((o) => o.position),
        ...(await this.publication.log(this.database, ballot.id)),
        shownHeads: await this.shownHeads(ballot.id, ballot.closed_at!),
      },
      groups: await this.publication.ballots(this.database, ballot.id),
    });
    // The stored result and the recount of the published files come from the same ballots: if they ever differ, nothing may go out.
    if (kit.winners.join() !== document.outcome.winners.join())
      throw new Error(`the recount of vote ${ballot.id} gives other winners than its result`);
    return kit;
  }

  /** Those of the time before the close; the last one belongs to every kit, shown or not, so that all processes make the same. */
  private async shownHeads(ballotId: string, closedAt: Date): Promise<KitHead[]> {
    const heads = await this.publication.heads(this.database, ballotId);
    return heads
      .filter(({ published_at }) => published_at < closedAt)
      .map(({ position, hash, published_at }) => ({ position, hash, day: dayOf(published_at) }));
  }
}

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
