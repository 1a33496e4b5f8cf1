import { Injectable } from '@nestjs/common';
import { Events } from '#events';
import { Clock, Refusal } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { BallotsStore } from '../store/ballots.store.js';
import { OpenBallot } from './open-ballot.js';
import { TellVoters } from './tell-voters.js';

/**
 * Opens every vote whose planned time has come (VOT-1). One that may not open (its prices are too fresh, a proposal is gone) stays a draft without a plan, and
 * whoever declared it is told why: opening it later than was said is for people to decide.
 */
@Injectable()
export class OpenDueBallots {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly ballots: BallotsStore,
    private readonly opening: OpenBallot,
    private readonly tell: TellVoters,
  ) {}

  async execute(): Promise<void> {
    for (const { id, event_id } of await this.ballots.dueToOpen(this.database, this.clock.now())) {
      const { slug } = (await this.events.byId(this.database, event_id))!;
      try {
        await this.opening.execute((await this.events.scopeOf(slug))!, id);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await this.giveUp(event_id, id, error);
      }
    }
  }

  /** Does nothing where somebody opened it, or planned anew, meanwhile. */
  private giveUp(eventId: string, id: string, { code, message }: Refusal): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const planned = await this.ballots.endPlan(tx, eventId, id, code);
      if (!planned) return;
      await tx.audit({ action: 'ballot not opened', eventId, subjectKind: 'ballot', subjectId: id, details: { code, message } });
      await this.tell.ofNoOpening(tx, planned.created_by, planned.title, code);
    });
  }
}
