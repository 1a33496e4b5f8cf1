import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { type Page, fromCursor, idAfter, pageOf } from '#kernel';
import { type Actor, Database, type EventScope, Reads, accessRefusals } from '#platform';
import type { CostLine } from '../domain/costs.js';
import { CostsStore } from '../store/costs.store.js';
import { type ListedRow, ProposalListQuery } from '../store/proposal-list.query.js';
import { type ProposalRow, ProposalsStore } from '../store/proposals.store.js';
import { SupportsStore } from '../store/supports.store.js';

export interface ListWish {
  sort: 'supported' | 'newest';
  state?: string;
  after?: string;
  limit: number;
}

export interface ProposalShown {
  row: ProposalRow;
  author: string | null;
  supports: number;
  comments: number;
  supportedVersion: number | null;
  lines: CostLine[];
}

/** Proposals as people see them. */
@Injectable()
export class ShowProposals {
  constructor(
    private readonly database: Database,
    private readonly reads: Reads,
    private readonly proposals: ProposalsStore,
    private readonly listed: ProposalListQuery,
    private readonly supports: SupportsStore,
    private readonly costs: CostsStore,
    private readonly accounts: Accounts,
  ) {}

  async list(viewer: Actor | undefined, scope: EventScope, wish: ListWish): Promise<Page<ListedRow>> {
    const request = { eventId: scope.eventId, viewerId: viewer?.accountId ?? null, state: wish.state ?? null, limit: wish.limit + 1 };
    if (wish.sort === 'newest') {
      return pageOf(await this.listed.newest(this.reads.of(viewer), request, idAfter(wish.after)), wish.limit, (row) => [row.id]);
    }
    const key = wish.after ? fromCursor(wish.after, 'count', 'id') : null;
    const after = key && { supports: key[0], id: key[1] };
    return pageOf(await this.listed.supported(this.reads.of(viewer), request, after), wish.limit, (row) => [row.supports, row.id]);
  }

  async one(viewer: Actor | undefined, scope: EventScope, id: string): Promise<ProposalShown> {
    const row = await this.visible(viewer, scope, id);
    const { supports, comments, version } = await this.supports.exact(this.database, scope.eventId, id, viewer?.accountId ?? null);
    const names = await this.accounts.namesOf(this.database, [row.author_id]);
    const lines = row.cost_minor === null ? [] : await this.costs.lines(this.database, scope.eventId, id);
    return { row, author: names.get(row.author_id) ?? null, supports, comments, supportedVersion: version, lines };
  }

  async versions(
    viewer: Actor | undefined,
    scope: EventScope,
    id: string,
  ): Promise<{ version: number; title: string; body: string; editor: string | null; at: Date }[]> {
    await this.visible(viewer, scope, id);
    const rows = await this.proposals.versions(this.database, scope.eventId, id);
    const names = await this.accounts.namesOf(
      this.database,
      rows.map((r) => r.edited_by),
    );
    return rows.map(({ edited_by, ...row }) => ({ ...row, editor: names.get(edited_by) ?? null }));
  }

  /** Drafts are their author's alone; hidden ones are for moderators. To others neither exists. */
  async visible(viewer: Actor | undefined, scope: EventScope, id: string): Promise<ProposalRow> {
    const row = await this.proposals.byId(this.database, scope.eventId, id);
    const mine = viewer !== undefined && row?.author_id === viewer.accountId;
    const team = viewer?.rolesIn(scope.eventId).some((role) => ['owner', 'organiser', 'moderator', 'estimator'].includes(role)) ?? false;
    if (!row || (row.state === 'draft' && !mine) || (row.state === 'hidden' && !mine && !team)) throw accessRefusals.NOT_FOUND();
    return row;
  }
}
