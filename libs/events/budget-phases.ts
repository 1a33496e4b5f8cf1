import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, type Db } from '#platform';
import { type DeclaredPhase, type Deed, DEEDS, mayNow, phaseAt } from './domain/budget-phases.js';
import { refuse } from './domain/events.refusals.js';
import { BudgetPhasesStore } from './store/budget-phases.store.js';

/** A declaration made in another process is known here after at most so long (PBG-1 allows a minute). */
const FRESH_MS = 5_000;
const MOST_KEPT = 1_000;

/** Whether the phase of an event's budget process allows something now. An event without declared phases allows everything. */
@Injectable()
export class BudgetPhases {
  private readonly kept = new Map<string, { phases: DeclaredPhase[]; readAt: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: BudgetPhasesStore,
  ) {}

  /** Refuses PHASE_CLOSED with the present phase and those in which it is possible (PBG-1). Within a transaction `db` is that one. */
  async require(eventId: string, deed: Deed, db: Db = this.database): Promise<void> {
    const phases = await this.of(db, eventId);
    const now = this.clock.now();
    if (!mayNow(phases, deed, now)) throw refuse.PHASE_CLOSED({ phase: phaseAt(phases, now), possibleIn: DEEDS[deed] });
  }

  /** To be called once a change is committed. */
  forget(eventId: string): void {
    this.kept.delete(eventId);
  }

  private async of(db: Db, eventId: string): Promise<DeclaredPhase[]> {
    const now = this.clock.now().getTime();
    const known = this.kept.get(eventId);
    if (known && Math.abs(now - known.readAt) < FRESH_MS) return known.phases;
    const phases = await this.store.of(db, eventId);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(eventId, { phases, readAt: now });
    return phases;
  }
}
