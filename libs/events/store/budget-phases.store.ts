import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Db, Tx } from '#platform';
import type { BudgetPhase, DeclaredPhase } from '../domain/budget-phases.js';

/** When each phase of an event's budget process begins. */
@Injectable()
export class BudgetPhasesStore {
  /** In their order; none where the event has no such process. */
  async of(db: Db, eventId: string): Promise<DeclaredPhase[]> {
    const rows = await db.query<{ phase: BudgetPhase; starts_at: Date }>(
      'select phase, starts_at from events.budget_phase where event_id = $1 order by starts_at',
      [eventId],
    );
    return rows.map(({ phase, starts_at }) => ({ phase, startsAt: starts_at }));
  }

  /** Keeps two declarations of one event apart until the transaction ends. */
  async lock(tx: Tx, eventId: string): Promise<void> {
    await tx.query('select id from events.event where id = $1 for no key update', [eventId]);
  }

  /** Puts these in place of those before; whether the beginning of a phase was made known is kept where it stays. */
  async replace(tx: Tx, eventId: string, phases: readonly DeclaredPhase[]): Promise<void> {
    const wanted = JSON.stringify(phases.map(({ phase, startsAt }) => ({ phase, starts_at: startsAt })));
    await tx.run(
      `delete from events.budget_phase p where event_id = $1 and not exists
         (select from jsonb_to_recordset($2::jsonb) as w(phase text, starts_at timestamptz) where w.phase = p.phase and w.starts_at = p.starts_at)`,
      [eventId, wanted],
    );
    await tx.run(
      `insert into events.budget_phase (event_id, phase, starts_at) select $1, phase, starts_at from jsonb_to_recordset($2::jsonb) as w(phase text, starts_at timestamptz)
       on conflict do nothing`,
      [eventId, wanted],
    );
  }

  /** Marks the phases that have begun since as made known, and answers them in the order in which they began. */
  begin(tx: Tx): Promise<{ event_id: Id<'event'>; phase: BudgetPhase }[]> {
    return tx.query(
      `with begun as (update events.budget_phase set begun_at = $1 where begun_at is null and starts_at <= $1 returning event_id, phase, starts_at)
       select event_id, phase from begun order by event_id, starts_at`,
      [tx.now],
    );
  }
}
