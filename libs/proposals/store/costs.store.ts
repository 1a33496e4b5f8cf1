import { Injectable } from '@nestjs/common';
import { type Money, money, newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { CostLine } from '../domain/costs.js';
import type { ProposalRow } from './proposals.store.js';

interface LineRow {
  label: string;
  kind: 'expense' | 'income';
  quantity: number;
  unit_minor: bigint;
  min_minor: bigint | null;
  currency: string;
  evidence_url: string | null;
}

/** Cost sheets, and the two people behind a price. */
@Injectable()
export class CostsStore {
  async lines(db: Db, eventId: string, proposalId: string): Promise<CostLine[]> {
    const rows = await db.query<LineRow>(
      'select label, kind, quantity, unit_minor, min_minor, currency, evidence_url from proposals.cost_line where event_id = $1 and proposal_id = $2 order by position',
      [eventId, proposalId],
    );
    return rows.map((r) => ({
      label: r.label,
      kind: r.kind,
      quantity: r.quantity,
      unitPrice: money(r.unit_minor, r.currency),
      min: r.min_minor === null ? null : money(r.min_minor, r.currency),
      evidenceUrl: r.evidence_url,
    }));
  }

  /** Puts a sheet in place of the one before; answers false when the prices were frozen meanwhile. */
  async replace(tx: Tx, p: ProposalRow, lines: readonly CostLine[], totals: { total: Money; min: Money }, by: string): Promise<boolean> {
    const touched = await tx.run(
      'update proposals.proposal set cost_minor = $3, cost_min_minor = $4, costed_by = $5 where event_id = $1 and id = $2 and prices_frozen_at is null',
      [p.event_id, p.id, totals.total.minor, totals.min.minor, by],
    );
    if (touched === 0) return false;
    await tx.run('delete from proposals.cost_line where event_id = $1 and proposal_id = $2', [p.event_id, p.id]);
    const rows = lines.map((line, position) => ({
      id: newId(),
      position,
      label: line.label,
      kind: line.kind,
      quantity: line.quantity,
      unit_minor: line.unitPrice.minor.toString(),
      min_minor: line.min?.minor.toString() ?? null,
      currency: line.unitPrice.currency,
      evidence_url: line.evidenceUrl,
    }));
    await tx.run(
      `insert into proposals.cost_line (id, event_id, proposal_id, position, label, kind, quantity, unit_minor, min_minor, currency, evidence_url)
       select id, $1, $2, position, label, kind, quantity, unit_minor, min_minor, currency, evidence_url from jsonb_to_recordset($3::jsonb)
         as l(id uuid, position int, label text, kind text, quantity int, unit_minor bigint, min_minor bigint, currency text, evidence_url text)`,
      [p.event_id, p.id, JSON.stringify(rows)],
    );
    return true;
  }

  /** From now on the prices are public and do not move. */
  async freeze(tx: Tx, p: ProposalRow, approver: string): Promise<void> {
    await tx.run(
      'update proposals.proposal set prices_frozen_at = $3, prices_approved_by = $4 where event_id = $1 and id = $2 and prices_frozen_at is null',
      [p.event_id, p.id, tx.now, approver],
    );
  }
}
