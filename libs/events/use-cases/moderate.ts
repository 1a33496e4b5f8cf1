import { Injectable } from '@nestjs/common';
import { newId, type Id, type Page, idAfter, pageOf } from '#kernel';
import { type Actor, Database, type Tx, UnitOfWork, accessRefusals } from '#platform';
import { refuse } from '../domain/events.refusals.js';
import { type ModeratedKind, type ReportReason, hidesByReports, weighs } from '../domain/moderation.js';
import { type CaseRow, ModerationStore } from '../store/moderation.store.js';
import { ModeratedKinds } from './moderated-kinds.js';

export interface CaseShown extends CaseRow {
  excerpt: string;
  reports: { reason: string; count: number }[];
}

/** Takes reports, hides by number, and lets moderators decide (DSC-2). */
@Injectable()
export class Moderate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly moderation: ModerationStore,
    private readonly kinds: ModeratedKinds,
  ) {}

  /** One report per person and item; the third that weighs takes the item out of sight. */
  report(actor: Actor, kind: ModeratedKind, subjectId: string, reason: ReportReason, note: string, eventId?: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const subject = await this.kinds.of(kind).find(tx, subjectId);
      if (!subject || (eventId !== undefined && subject.eventId !== eventId)) throw accessRefusals.NOT_FOUND();
      const opened = await this.moderation.openCase(tx, newId(), subject.eventId, kind, subjectId);
      const weighty = weighs(await this.moderation.confirmedAt(tx, actor.accountId), tx.now);
      const first = await this.moderation.addReport(tx, opened.id, { reporterId: actor.accountId, reason, note, weighs: weighty });
      if (!first) throw refuse.ALREADY_REPORTED();
      if (opened.state !== 'queued' || !hidesByReports(await this.moderation.weighing(tx, opened.id))) return opened.state;
      await this.moderation.hideByReports(tx, opened.id);
      await this.hide(tx, opened, 'three reports');
      return 'hidden';
    });
  }

  decide(actor: Actor, eventId: string | null, caseId: string, to: 'hidden' | 'restored', reason: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const found = await this.moderation.lockCase(tx, eventId, caseId);
      if (!found) throw accessRefusals.NOT_FOUND();
      if (to === 'hidden' && found.state !== 'hidden') await this.hide(tx, found, reason);
      if (to === 'restored' && found.state === 'hidden') await this.restore(tx, found, reason);
      await this.moderation.decide(tx, caseId, to, actor.accountId, reason);
      return to;
    });
  }

  async list(eventId: string | null, after: string | undefined, limit: number): Promise<Page<CaseShown>> {
    const page = pageOf(await this.moderation.list(this.database, eventId, idAfter(after), limit + 1), limit, (row) => [row.id]);
    const reasons = await this.moderation.reasons(
      this.database,
      page.items.map((c) => c.id),
    );
    const items: CaseShown[] = [];
    for (const shown of page.items) {
      const subject = await this.kinds.of(shown.subject_kind).find(this.database, shown.subject_id);
      items.push({ ...shown, excerpt: subject?.excerpt ?? '', reports: reasons.filter((r) => r.case_id === shown.id) });
    }
    return { items, next: page.next };
  }

  private async hide(tx: Tx, c: CaseRow, reason: string): Promise<void> {
    await this.kinds.of(c.subject_kind).hide(tx, c.subject_id);
    await tx.audit({
      action: `${c.subject_kind} hidden`,
      eventId: c.event_id,
      subjectKind: c.subject_kind,
      subjectId: c.subject_id,
      to: 'hidden',
      reason,
    });
    await tx.fact({ type: 'ItemHidden', eventId: c.event_id as Id<'event'> | null, body: { kind: c.subject_kind, id: c.subject_id } });
  }

  private async restore(tx: Tx, c: CaseRow, reason: string): Promise<void> {
    await this.kinds.of(c.subject_kind).restore(tx, c.subject_id);
    await tx.audit({
      action: `${c.subject_kind} restored`,
      eventId: c.event_id,
      subjectKind: c.subject_kind,
      subjectId: c.subject_id,
      from: 'hidden',
      reason,
    });
    await tx.fact({ type: 'ItemRestored', eventId: c.event_id as Id<'event'> | null, body: { kind: c.subject_kind, id: c.subject_id } });
  }
}
