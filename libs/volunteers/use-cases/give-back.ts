import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { CardsStore } from '../store/cards.store.js';
import { cardsHeldBy } from '../store/claims.query.js';
import { ShiftEntriesStore } from '../store/shift-entries.store.js';
import { ShiftsStore } from '../store/shifts.store.js';
import { SignUpForShift } from './sign-up-for-shift.js';

/** Somebody has left for good: what they had taken on and not begun is there for others again. What was done stays theirs. */
@Injectable()
export class GiveBack {
  constructor(
    private readonly cards: CardsStore,
    private readonly shifts: ShiftsStore,
    private readonly entries: ShiftEntriesStore,
    private readonly shiftSignUp: SignUpForShift,
  ) {}

  async execute(tx: Tx, personId: string): Promise<void> {
    for (const { id, eventId } of await cardsHeldBy(tx, personId)) {
      const card = await this.cards.lock(tx, eventId, id);
      if (card.assigneeId !== personId) continue;
      await this.cards.edit(tx, eventId, id, card.version, { ...card, assigneeId: null }, ['assigneeId']);
      const details = { from: personId, to: null };
      await tx.audit({ action: 'card released', eventId, subjectKind: 'card', subjectId: id, reason: 'account erased', details });
    }
    for (const { shiftId, eventId } of await this.entries.aheadOf(tx, personId, tx.now)) {
      const shift = await this.shifts.lock(tx, eventId, shiftId);
      const entry = await this.entries.ofPerson(tx, eventId, shiftId, personId);
      if (entry && ['waitlisted', 'signed_up', 'confirmed'].includes(entry.state))
        await this.shiftSignUp.goes(tx, { eventId }, shift, entry);
    }
  }
}
