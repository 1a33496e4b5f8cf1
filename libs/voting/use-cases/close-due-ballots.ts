import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { BallotsStore } from '../store/ballots.store.js';
import { CloseBallot } from './close-ballot.js';
import { CountBallot } from './count-ballot.js';

/** Closes every vote whose time has come, and has every one counted that was closed earlier and still is not. */
@Injectable()
export class CloseDueBallots {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ballots: BallotsStore,
    private readonly close: CloseBallot,
    private readonly counting: CountBallot,
  ) {}

  async execute(): Promise<void> {
    const leftOver = await this.ballots.uncounted(this.database);
    for (const { id, event_id } of await this.ballots.due(this.database, this.clock.now())) await this.close.atItsTime(event_id, id);
    for (const { id } of leftOver) await this.unitOfWork.run((tx) => this.counting.later(tx, id));
  }
}
