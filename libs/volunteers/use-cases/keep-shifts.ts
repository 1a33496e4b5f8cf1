import { Injectable } from '@nestjs/common';
import { type Id, move } from '#kernel';
import { type Actor, badFields, Database, type EventScope, UnitOfWork } from '#platform';
import type { ShiftRules } from '../domain/rest.js';
import { ENTRY_STATES, type EntryState, SHIFT_STATES, type ShiftState } from '../domain/shift.js';
import { refuse } from '../domain/volunteers.refusals.js';
import { ShiftEntriesStore } from '../store/shift-entries.store.js';
import { type NewShift, ShiftsStore } from '../store/shifts.store.js';
import { FindTeammate } from './find-teammate.js';
import { type SignedUp, SignUpForShift } from './sign-up-for-shift.js';

/** What coordinators do with shifts: plan, publish, cancel, and say who came. */
@Injectable()
export class KeepShifts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shifts: ShiftsStore,
    private readonly entries: ShiftEntriesStore,
    private readonly signUp: SignUpForShift,
    private readonly teammates: FindTeammate,
    private readonly database: Database,
  ) {}

  plan(scope: EventScope, actor: Actor, shift: NewShift): Promise<Id<'shift'>> {
    const minutes = (shift.endsAt.getTime() - shift.startsAt.getTime()) / 60_000;
    if (!(minutes > 0 && minutes <= 24 * 60))
      throw badFields([{ pointer: '/endsAt', message: 'must be after startsAt, by at most 24 hours' }]);
    return this.unitOfWork.run(async (tx) => {
      const id = await this.shifts.add(tx, scope.eventId, shift, actor.accountId);
      await tx.audit({ action: 'shift planned', eventId: scope.eventId, subjectKind: 'shift', subjectId: id, to: shift.state });
      return id;
    });
  }

  /** Cancelling lets everyone go; hours already logged stay (SHF-6). */
  move(scope: EventScope, shiftId: string, to: ShiftState, reason: string | undefined): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const shift = await this.shifts.lock(tx, scope.eventId, shiftId);
      move(SHIFT_STATES, shift.state, to);
      await this.shifts.move(tx, scope.eventId, shiftId, shift.state, to);
      await tx.audit({
        action: 'shift moved',
        eventId: scope.eventId,
        subjectKind: 'shift',
        subjectId: shiftId,
        from: shift.state,
        to,
        reason: reason ?? null,
      });
      if (to !== 'cancelled') return;
      for (const entry of await this.entries.of(tx, scope.eventId, [shiftId])) {
        if (ENTRY_STATES[entry.state].includes('left')) await this.signUp.goes(tx, scope, { ...shift, state: to }, entry);
      }
    });
  }

  /** Confirms a person, notes who came, or takes somebody out. */
  moveEntry(scope: EventScope, shiftId: string, entryId: string, to: EntryState): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const shift = await this.shifts.lock(tx, scope.eventId, shiftId);
      const entry = await this.entries.byId(tx, scope.eventId, entryId);
      if (entry?.shiftId !== shiftId) throw refuse.NO_SUCH_THING_HERE();
      move(ENTRY_STATES, entry.state, to);
      if (to === 'left') return this.signUp.goes(tx, scope, shift, entry);
      if ((await this.entries.move(tx, scope.eventId, entryId, entry.state, to)) === 0) throw refuse.NOT_IN_SHIFT();
      await tx.audit({
        action: 'shift entry moved',
        eventId: scope.eventId,
        subjectKind: 'shift entry',
        subjectId: entryId,
        from: entry.state,
        to,
      });
    });
  }

  /** Puts a person of the team into a shift, by the same rules as if they had come themselves. */
  async place(scope: EventScope, shiftId: string, personId: string): Promise<SignedUp> {
    await this.teammates.refuseStranger(this.database, scope.eventId, personId, '/personId');
    return this.signUp.signUp(scope, personId, shiftId);
  }

  setRules(scope: EventScope, rules: ShiftRules): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.shifts.setRules(tx, scope.eventId, rules);
      await tx.audit({ action: 'shift rules set', eventId: scope.eventId, subjectKind: 'event', subjectId: scope.eventId, details: rules });
    });
  }
}
