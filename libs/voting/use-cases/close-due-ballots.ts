import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { BallotsStore } from '../store/ballots.store.js';
import { CloseBallot } from './close-ballot.js';
import { CountBallot } from './count-ballot.js';

/** Closes every vote whose time has come and counts every one that is closed and not counted. */
@Injectable()
export class CloseDueBallots {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ballots: BallotsStore,
    private readonly close: CloseBallot,
    private readonly counting: CountBallot,
  ) {}

  async execute(): Promise<void> {
    for (const { id, event_id } of await this.ballots.due(this.database, this.clock.now())) await this.close.atItsTime(event_id, id);
    for (const { id } of await this.ballots.uncounted(this.database)) await this.counting.work({ ballotId: id });
  }
}
