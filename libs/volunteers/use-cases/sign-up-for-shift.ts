import { Injectable } from '@nestjs/common';
import type { Refusal } from '#kernel';
import { type EventScope, type Tx, UnitOfWork } from '#platform';
import { tooMuch } from '../domain/rest.js';
import { isLate, refuseUnlessOpen } from '../domain/shift.js';
import { refuse } from '../domain/volunteers.refusals.js';
import { type EntryRow, ShiftEntriesStore } from '../store/shift-entries.store.js';
import { type ShiftRow, ShiftsStore } from '../store/shifts.store.js';

export interface SignedUp {
  state: 'signed_up' | 'waitlisted';
  /** Place in the queue, from 1; null with a place in the shift. */
  waitingPosition: number | null;
}

/**
 * Coming into a shift and leaving it. The shift is locked, then the person, always in this order: places are given out
 * one at a time (SHF-1), a person's limits are judged on all their shifts (SHF-2), and overlaps are refused by the database.
 */
@Injectable()
export class SignUpForShift {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shifts: ShiftsStore,
    private readonly entries: ShiftEntriesStore,
  ) {}

  /** Takes a place, or the end of the waiting list when there is none. */
  signUp(scope: EventScope, personId: string, shiftId: string): Promise<SignedUp> {
    return this.unitOfWork.run(async (tx) => {
      const shift = await this.shifts.lock(tx, scope.eventId, shiftId);
      refuseUnlessOpen(shift, tx.now);
      if (await this.entries.ofPerson(tx, scope.eventId, shiftId, personId)) throw refuse.ALREADY_IN_SHIFT();
      const place = await this.entries.freePlace(tx, scope.eventId, shift);
      if (place !== undefined) {
        const against = await this.reasonAgainst(tx, scope, personId, shift);
        if (against) throw against;
      }
      const id = await this.entries.add(tx, scope.eventId, shift, personId, place ?? null);
      const state = place === undefined ? 'waitlisted' : 'signed_up';
      await tx.audit({
        action: 'shift sign-up',
        eventId: scope.eventId,
        subjectKind: 'shift entry',
        subjectId: id,
        to: state,
        details: { shiftId, personId },
      });
      if (place !== undefined) {
        await this.tellTaken(tx, scope, shiftId, personId, false);
        return { state: 'signed_up', waitingPosition: null };
      }
      return { state: 'waitlisted', waitingPosition: (await this.entries.waiting(tx, scope.eventId, shiftId)).length };
    });
  }

  leave(scope: EventScope, personId: string, shiftId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const shift = await this.shifts.lock(tx, scope.eventId, shiftId);
      const entry = await this.entries.ofPerson(tx, scope.eventId, shiftId, personId);
      if (!entry || !['waitlisted', 'signed_up', 'confirmed'].includes(entry.state)) throw refuse.NOT_IN_SHIFT();
      if (tx.now >= shift.startsAt) throw refuse.SHIFT_STARTED({ startsAt: shift.startsAt.toISOString() });
      await this.goes(tx, scope, shift, entry);
    });
  }

  /** Takes a person out of a locked shift and gives the place to the first who waits and may come. */
  async goes(tx: Tx, scope: Pick<EventScope, 'eventId'>, shift: ShiftRow, entry: EntryRow): Promise<void> {
    if ((await this.entries.move(tx, scope.eventId, entry.id, entry.state, 'left')) === 0) throw refuse.NOT_IN_SHIFT();
    await tx.audit({
      action: 'shift left',
      eventId: scope.eventId,
      subjectKind: 'shift entry',
      subjectId: entry.id,
      from: entry.state,
      to: 'left',
      details: { shiftId: shift.id },
    });
    if (entry.state === 'waitlisted') return;
    await tx.fact({
      type: 'ShiftLeft',
      eventId: scope.eventId,
      body: { shiftId: shift.id, personId: entry.personId, late: isLate(shift.startsAt, tx.now) },
    });
    await this.callTheNext(tx, scope, shift);
  }

  private async callTheNext(tx: Tx, scope: Pick<EventScope, 'eventId'>, shift: ShiftRow): Promise<void> {
    if (shift.state !== 'published' || tx.now >= shift.startsAt) return;
    for (const waiting of await this.entries.waiting(tx, scope.eventId, shift.id)) {
      const place = await this.entries.freePlace(tx, scope.eventId, shift);
      if (place === undefined) return;
      // Who may not come now keeps the place in the queue.
      if (await this.reasonAgainst(tx, scope, waiting.personId, shift)) continue;
      await this.entries.move(tx, scope.eventId, waiting.id, 'waitlisted', 'signed_up', place);
      await tx.audit({
        action: 'called from the waiting list',
        eventId: scope.eventId,
        subjectKind: 'shift entry',
        subjectId: waiting.id,
        from: 'waitlisted',
        to: 'signed_up',
      });
      await this.tellTaken(tx, scope, shift.id, waiting.personId, true);
    }
  }

  private async reasonAgainst(
    tx: Tx,
    { eventId }: Pick<EventScope, 'eventId'>,
    personId: string,
    shift: ShiftRow,
  ): Promise<Refusal | undefined> {
    await this.entries.lockPerson(tx, personId);
    const held = await this.entries.heldBy(tx, personId, shift.startsAt);
    const busyUntil = new Date(shift.endsAt.getTime() + shift.changeoverMinutes * 60_000);
    if (held.some((h) => h.startsAt < busyUntil && shift.startsAt < h.busyUntil)) return refuse.SHIFTS_OVERLAP();
    return tooMuch(held, shift, await this.shifts.rules(tx, eventId));
  }

  private tellTaken(
    tx: Tx,
    { eventId }: Pick<EventScope, 'eventId'>,
    shiftId: string,
    personId: string,
    fromWaitingList: boolean,
  ): Promise<void> {
    return tx.fact({ type: 'ShiftTaken', eventId, body: { shiftId, personId, fromWaitingList } });
  }
}
