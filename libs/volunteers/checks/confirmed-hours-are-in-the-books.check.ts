import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { Ledger, VOLUNTEER_HOURS } from '#ledger';
import { AsksThat, type Check, type Db } from '#platform';
import { inHundredths } from '../domain/hours.js';

@AsksThat('HRS-1', 'the memo of volunteer hours in each book equals the confirmed hours')
@Injectable()
export class ConfirmedHoursAreInTheBooks implements Check {
  constructor(private readonly ledger: Ledger) {}

  async violations(db: Db): Promise<object[]> {
    const found: object[] = [];
    const events = await db.query<{ eventId: Id<'event'>; minutes: number }>(
      `select event_id as "eventId", sum(minutes)::int as minutes from volunteers.hours where state = 'confirmed' group by event_id`,
    );
    for (const { eventId, minutes } of events) {
      const booked = await this.ledger.balanceOf(db, eventId, 'Equity:Memo:VolunteerHours', VOLUNTEER_HOURS);
      if (booked !== inHundredths(minutes)) found.push({ eventId, confirmed: String(inHundredths(minutes)), booked: String(booked) });
    }
    return found;
  }
}
