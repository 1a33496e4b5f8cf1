import { money, toWire, zero, wire } from '#kernel';
import { amountOf, minOf } from '../domain/costs.js';
import type { ListedRow } from '../store/proposal-list.query.js';
import type { ProposalRow } from '../store/proposals.store.js';
import type { ProposalShown } from '../use-cases/show-proposals.js';
import type { CostSheetView, ProposalDetailView, ProposalStateView, ProposalView } from './proposal.view.js';

export const proposalView = (row: ListedRow): ProposalView => ({
  id: row.id,
  title: row.title,
  state: row.state,
  cost: row.cost_minor === null ? null : wire(row.cost_minor, row.currency),
  publishedAt: row.published_at?.toISOString() ?? null,
  supports: row.supports,
  comments: row.comments,
  supported: row.supported,
});

export const stateView = (row: ProposalRow): ProposalStateView => ({ id: row.id, state: row.state, version: row.version });

export function detailView(shown: ProposalShown, event: string, viewerId: string | undefined): ProposalDetailView {
  const { row } = shown;
  return {
    ...proposalView({ ...row, supports: shown.supports, comments: shown.comments, supported: shown.supportedVersion !== null }),
    event,
    body: row.body,
    author: shown.author,
    sparkId: row.spark_id,
    version: row.version,
    supportedVersion: shown.supportedVersion,
    costs: sheetView(shown),
    endedBecause: row.ended_because,
    endedNote: row.ended_note,
    mine: viewerId === row.author_id,
  };
}

function sheetView({ row, lines }: ProposalShown): CostSheetView | null {
  if (row.cost_minor === null) return null;
  return {
    lines: lines.map((line) => ({
      label: line.label,
      kind: line.kind,
      quantity: line.quantity,
      unitPrice: toWire(line.unitPrice),
      amount: toWire(amountOf(line)),
      min: toWire(minOf(line)),
      evidenceUrl: line.evidenceUrl,
    })),
    total: wire(row.cost_minor, row.currency),
    min: toWire(row.cost_min_minor === null ? zero(row.currency) : money(row.cost_min_minor, row.currency)),
    frozenAt: row.prices_frozen_at?.toISOString() ?? null,
  };
}
