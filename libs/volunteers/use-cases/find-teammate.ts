import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { badFields, type Db } from '#platform';
import { TEAM } from './team.js';

/** Work is given to people of the event's team only. */
@Injectable()
export class FindTeammate {
  constructor(private readonly accounts: Accounts) {}

  /** Refuses the field at `pointer` unless the person has a role in the event. */
  async refuseStranger(db: Db, eventId: string, personId: string, pointer: string): Promise<void> {
    for (const role of TEAM) if ((await this.accounts.holders(db, eventId, role)).includes(personId)) return;
    throw badFields([{ pointer, message: 'must be a person of the team' }]);
  }
}
