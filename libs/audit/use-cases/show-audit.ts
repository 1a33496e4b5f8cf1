import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { idAfter, type Page, pageOf } from '#kernel';
import { Database } from '#platform';
import { type AuditFilter, type AuditRow, auditRows } from '../store/audit.query.js';

export type ShownAudit = AuditRow & { actorName: string | null };

/** Who did what and why, for organisers of one event or administrators of all. */
@Injectable()
export class ShowAudit {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
  ) {}

  async execute(filter: AuditFilter, after: string | undefined, limit: number): Promise<Page<ShownAudit>> {
    const rows = await auditRows(this.database, filter, idAfter(after), limit + 1);
    const page = pageOf(rows, limit, (row) => [row.id]);
    const actors = page.items.map((row) => row.actorId).filter((id) => id !== null);
    const names = await this.accounts.namesOf(this.database, actors);
    return {
      items: page.items.map((row) => ({ ...row, actorName: row.actorId === null ? null : (names.get(row.actorId) ?? null) })),
      next: page.next,
    };
  }
}
