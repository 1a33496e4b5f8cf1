import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Pledges } from '#pledges';
import { type Db, Database, type Tx, UnitOfWork } from '#platform';
import { admitsLate } from '../rules/admission.js';
import { ElectorsStore } from '../store/electors.store.js';

/** Who may vote: everybody with a confirmed account who meets one of the vote's conditions, taken at the opening (VOT-2). */
@Injectable()
export class Electorate {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly electors: ElectorsStore,
    private readonly pledges: Pledges,
  ) {}

  /** Takes the electorate of a vote that opens, and answers how many. */
  async snapshot(tx: Tx, ballot: { id: string; event_id: string }): Promise<number> {
    const { admits } = (await this.electors.admission(tx, ballot.event_id, ballot.id))!;
    const backers = admits.includes('backers') ? await this.pledges.backersOf(tx, ballot.event_id) : [];
    return this.electors.snapshot(tx, ballot.id, admits, backers);
  }

  /** Whether a person may vote now: in the snapshot, or late and meeting a condition. */
  async mayVote(db: Db, eventId: string, ballotId: string, accountId: string): Promise<boolean> {
    return (await this.electors.has(db, ballotId, accountId)) || (await this.couldJoin(db, eventId, ballotId, accountId));
  }

  /** For a person whose cast was refused: true when they have joined just now and may cast again. */
  async admitLate(eventId: string, ballotId: string, accountId: string): Promise<boolean> {
    if (!(await this.couldJoin(this.database, eventId, ballotId, accountId))) return false;
    return this.unitOfWork.run(async (tx) => {
      const admission = await this.electors.admissionHeld(tx, eventId, ballotId);
      if (!admission || !admitsLate(admission, tx.now)) return false;
      await this.electors.add(tx, ballotId, accountId, 'late');
      return true;
    });
  }

  private async couldJoin(db: Db, eventId: string, ballotId: string, accountId: string): Promise<boolean> {
    const admission = await this.electors.admission(db, eventId, ballotId);
    if (!admission || !admitsLate(admission, this.clock.now())) return false;
    const isBacker = admission.admits.includes('backers') && (await this.pledges.backs(db, eventId, accountId));
    return this.electors.meets(db, ballotId, accountId, admission.admits, isBacker);
  }
}
