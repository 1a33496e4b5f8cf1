import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import { type EventScope, UnitOfWork, badFields, refusingOn } from '#platform';
import { dayIn, lastDay } from '../domain/day.js';
import { type DraftLine, checkReversibleByHand } from '../domain/journal-entry.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { Ledger } from '../ledger.js';
import { JournalStore, type Posted } from '../store/journal.store.js';

/** What a treasurer posts and takes back by hand; who did it and why is in the audit log. */
@Injectable()
export class PostByHand {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly journal: JournalStore,
  ) {}

  /** The day is at most a year ahead. */
  post({ eventId, timeZone }: EventScope, entry: { on: string; text: string; lines: DraftLine[] }): Promise<Posted> {
    return this.unitOfWork.run(async (tx) => {
      const last = lastDay(timeZone, tx.now);
      if (entry.on > last) throw badFields([{ pointer: '/on', message: `must not be later than ${last}, a year from today` }]);
      const posted = await refusingOn({ journal_line_budget: () => refuse.NO_SUCH_BUDGET_LINE() }, () =>
        this.ledger.post(tx, { eventId, ...entry, source: { kind: 'manual', id: newId() } }),
      );
      await tx.audit({
        action: 'entry posted by hand',
        eventId,
        subjectKind: 'journal entry',
        subjectId: posted.entryId,
        reason: entry.text,
      });
      return posted;
    });
  }

  /** Takes an entry back today, once. Entries that follow from something else are taken back there. */
  reverse({ eventId, timeZone }: EventScope, entryId: Id<'journal entry'>, because: string): Promise<Posted> {
    return this.unitOfWork.run(async (tx) => {
      const entry = await this.journal.entry(tx, eventId, entryId);
      if (!entry) throw refuse.NO_SUCH_ENTRY();
      checkReversibleByHand(entry.source_kind);
      const posted = await this.ledger.reverse(tx, { eventId, entryId, on: dayIn(timeZone, tx.now), because });
      if (posted.replayed) throw refuse.ENTRY_ALREADY_REVERSED({ entryId, reversedBy: posted.entryId });
      await tx.audit({ action: 'entry reversed', eventId, subjectKind: 'journal entry', subjectId: entryId, reason: because });
      return posted;
    });
  }
}
