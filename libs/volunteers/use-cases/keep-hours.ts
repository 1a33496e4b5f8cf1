import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { Id } from '#kernel';
import { hoursConfirmed, Ledger } from '#ledger';
import { type Actor, badFields, type EventScope, UnitOfWork } from '#platform';
import { decideHours, inHundredths } from '../domain/hours.js';
import { HoursStore, type NewHours } from '../store/hours.store.js';

/** Hours given: logged by who gave them, confirmed by another person, and only then a memo in the books (HRS-1, E17). */
@Injectable()
export class KeepHours {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hours: HoursStore,
    private readonly ledger: Ledger,
  ) {}

  log(scope: EventScope, actor: Actor, hours: NewHours): Promise<Id<'hours'>> {
    return this.unitOfWork.run(async (tx) => {
      const today = DateTime.fromJSDate(tx.now, { zone: scope.timeZone }).toISODate() ?? '';
      if (hours.workedOn > today) throw badFields([{ pointer: '/workedOn', message: `must not be after today, ${today}` }]);
      const id = await this.hours.add(tx, scope.eventId, actor.accountId, hours);
      await tx.audit({
        action: 'hours logged',
        eventId: scope.eventId,
        subjectKind: 'hours',
        subjectId: id,
        to: 'logged',
        details: { minutes: hours.minutes },
      });
      return id;
    });
  }

  confirm(scope: EventScope, actor: Actor, id: string): Promise<void> {
    return this.decide(scope, actor, id, 'confirmed', undefined);
  }

  reject(scope: EventScope, actor: Actor, id: string, reason: string): Promise<void> {
    return this.decide(scope, actor, id, 'rejected', reason);
  }

  wish(scope: EventScope, actor: Actor, wish: { named: boolean; valued: boolean }): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.hours.wish(tx, scope.eventId, actor.accountId, wish);
    });
  }

  setRate(scope: EventScope, rate: { minor: bigint; source: string }): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.hours.setRate(tx, scope.eventId, { ...rate, currency: scope.currency });
      await tx.audit({
        action: 'hour rate set',
        eventId: scope.eventId,
        subjectKind: 'event',
        subjectId: scope.eventId,
        details: { minor: Number(rate.minor), source: rate.source },
      });
    });
  }

  private decide(scope: EventScope, actor: Actor, id: string, to: 'confirmed' | 'rejected', reason: string | undefined): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const hours = await this.hours.lock(tx, scope.eventId, id);
      decideHours(hours, to, actor.accountId, reason);
      await this.hours.decide(tx, scope.eventId, id, to, actor.accountId, reason ?? null);
      await tx.audit({
        action: `hours ${to}`,
        eventId: scope.eventId,
        subjectKind: 'hours',
        subjectId: id,
        from: 'logged',
        to,
        reason: reason ?? null,
      });
      if (to === 'rejected') return;
      await this.ledger.post(
        tx,
        hoursConfirmed({ eventId: scope.eventId, on: hours.workedOn, id, hundredths: inHundredths(hours.minutes) }),
      );
      await tx.fact({ type: 'HoursConfirmed', eventId: scope.eventId, body: { hoursId: id, minutes: hours.minutes } });
    });
  }
}
