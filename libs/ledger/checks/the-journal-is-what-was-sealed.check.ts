import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { AsksThat, type Check, type Db } from '#platform';
import { VerifyJournal } from '../use-cases/verify-journal.js';

@Injectable()
@AsksThat('I2', 'every journal entry is what was sealed, each seal follows the one before, and none is left out')
export class TheJournalIsWhatWasSealed implements Check {
  constructor(private readonly verify: VerifyJournal) {}

  async violations(db: Db): Promise<object[]> {
    const found: object[] = await db.query(
      `select e.event_id, e.id as entry_id, 'neither sealed nor waiting for its seal' as fault from ledger.journal_entry e
       where not exists (select from ledger.seal s where s.event_id = e.event_id and s.entry_id = e.id)
         and not exists (select from ledger.unsealed u where u.event_id = e.event_id and u.entry_id = e.id)`,
    );
    for (const { event_id } of await db.query<{ event_id: Id<'event'> }>('select event_id from ledger.book order by event_id')) {
      const { faults } = await this.verify.execute(db, event_id);
      found.push(...faults.map((f) => ({ event_id, ...f })));
    }
    return found;
  }
}
