import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { idAfter, type Money, money, type Page, pageOf } from '#kernel';
import { Database } from '#platform';
import { worthOf } from '../domain/hours.js';
import { refuse } from '../domain/volunteers.refusals.js';
import { hourRate, hoursByPerson } from '../store/hours-summary.query.js';
import { type HoursRow, HoursStore } from '../store/hours.store.js';

export type ShownHours = HoursRow & { personName: string; deciderName: string | null };

export interface HoursSummary {
  confirmedMinutes: number;
  waitingMinutes: number;
  people: number;
  worth: Money | undefined;
  rateSource: string | undefined;
  byPerson: { name: string; confirmedMinutes: number }[];
}

/** Hours to look at: each one for those concerned, their sum for everybody. */
@Injectable()
export class ShowHours {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly hours: HoursStore,
  ) {}

  async page(
    eventId: string,
    only: { state: string | null; personId: string | null },
    after: string | undefined,
    limit: number,
  ): Promise<Page<ShownHours>> {
    const rows = await this.hours.page(this.database, eventId, only, idAfter(after), limit + 1);
    const page = pageOf(rows, limit, (row) => [row.id]);
    return { items: await this.named(page.items), next: page.next };
  }

  async one(eventId: string, id: string): Promise<ShownHours> {
    const row = await this.hours.byId(this.database, eventId, id);
    const [shown] = row ? await this.named([row]) : [];
    if (!shown) throw refuse.NO_SUCH_THING_HERE();
    return shown;
  }

  /** Confirmed hours count, logged ones wait; names and worth only of people who wish it so (HRS-2). */
  async summary(eventId: string): Promise<HoursSummary> {
    const [people, rate] = await Promise.all([hoursByPerson(this.database, eventId), hourRate(this.database, eventId)]);
    const giving = people.filter((p) => p.confirmedMinutes > 0);
    const named = giving.filter((p) => p.named);
    const names = await this.accounts.namesOf(
      this.database,
      named.map((p) => p.personId),
    );
    const total = (of: 'confirmedMinutes' | 'waitingMinutes') => people.reduce((sum, p) => sum + p[of], 0);
    const valued = giving.filter((p) => p.valued).reduce((sum, p) => sum + p.confirmedMinutes, 0);
    return {
      confirmedMinutes: total('confirmedMinutes'),
      waitingMinutes: total('waitingMinutes'),
      people: giving.length,
      worth: rate && money(worthOf(valued, rate.rateMinor), rate.currency),
      rateSource: rate?.source,
      byPerson: named.flatMap((p) => {
        const name = names.get(p.personId);
        return name === undefined ? [] : [{ name, confirmedMinutes: p.confirmedMinutes }];
      }),
    };
  }

  private async named(rows: readonly HoursRow[]): Promise<ShownHours[]> {
    const people = rows.flatMap((r) => [r.personId, r.decidedBy]).filter((id) => id !== null);
    const names = await this.accounts.namesOf(this.database, people);
    return rows.map((r) => ({
      ...r,
      personName: names.get(r.personId) ?? '',
      deciderName: r.decidedBy === null ? null : (names.get(r.decidedBy) ?? null),
    }));
  }
}
