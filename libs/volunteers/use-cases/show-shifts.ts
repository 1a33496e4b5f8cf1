import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { fromCursor, type Page, pageOf } from '#kernel';
import { type Actor, Database } from '#platform';
import { refuse } from '../domain/volunteers.refusals.js';
import { type EntryRow, ShiftEntriesStore } from '../store/shift-entries.store.js';
import { type ShiftRow, ShiftsStore } from '../store/shifts.store.js';
import { coordinates } from './team.js';

export type ShownShift = ShiftRow & { entries: (EntryRow & { name: string })[] };

/** Shifts in the order of their start, with who is in them. Three statements a page. */
@Injectable()
export class ShowShifts {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly shifts: ShiftsStore,
    private readonly entries: ShiftEntriesStore,
  ) {}

  async page(eventId: string, actor: Actor, after: string | undefined, limit: number): Promise<Page<ShownShift>> {
    const key = after ? fromCursor(after, 'instant', 'id') : null;
    const from = key && { startsAt: key[0], id: key[1] };
    const rows = await this.shifts.page(this.database, eventId, from, coordinates(actor, eventId), limit + 1);
    const page = pageOf(rows, limit, (row) => [row.startsAt.toISOString(), row.id]);
    return { items: await this.withPeople(eventId, page.items), next: page.next };
  }

  async one(eventId: string, id: string): Promise<ShownShift> {
    const shift = await this.shifts.byId(this.database, eventId, id);
    const [shown] = shift ? await this.withPeople(eventId, [shift]) : [];
    if (!shown) throw refuse.NO_SUCH_THING_HERE();
    return shown;
  }

  private async withPeople(eventId: string, shifts: readonly ShiftRow[]): Promise<ShownShift[]> {
    const ids = shifts.map((s) => s.id);
    const entries = await this.entries.of(this.database, eventId, ids);
    const people = entries.map((e) => e.personId);
    const names = await this.accounts.namesOf(this.database, people);
    return shifts.map((s) => ({
      ...s,
      entries: entries.filter((e) => e.shiftId === s.id).map((e) => ({ ...e, name: names.get(e.personId) ?? '' })),
    }));
  }
}
