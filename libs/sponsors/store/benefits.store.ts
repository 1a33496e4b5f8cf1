import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import { type Db, refusingOn, type Tx } from '#platform';
import type { BenefitState, Evidence } from '../domain/benefit.js';
import type { PromisedBenefit } from '../domain/package.js';
import { refuse } from '../domain/sponsors.refusals.js';

export interface BenefitRow extends PromisedBenefit {
  id: Id<'benefit'>;
  dealId: Id<'deal'>;
  packageBenefitId: string | null;
  currency: string;
  state: BenefitState;
  evidenceKind: string | null;
  evidence: string | null;
  deliveredBy: string | null;
  deliveredAt: Date | null;
  confirmedBy: string | null;
}

const BENEFIT = `select id, deal_id as "dealId", package_benefit_id as "packageBenefitId", name, kind, units, value_minor as "valueMinor", currency,
  needs_asset as "needsAsset", due_days_before as "dueDaysBefore", decision, state, evidence_kind as "evidenceKind", evidence,
  delivered_by as "deliveredBy", delivered_at as "deliveredAt", confirmed_by as "confirmedBy" from sponsors.benefit where event_id = $1`;

@Injectable()
export class BenefitsStore {
  ofDeal(db: Db, eventId: string, dealId: string): Promise<BenefitRow[]> {
    return db.query(`${BENEFIT} and deal_id = $2 order by id`, [eventId, dealId]);
  }

  async ofDealById(db: Db, eventId: string, dealId: string, id: string): Promise<BenefitRow> {
    const row = await db.maybe<BenefitRow>(`${BENEFIT} and deal_id = $2 and id = $3`, [eventId, dealId, id]);
    if (!row) throw refuse.NOT_IN_THIS_EVENT();
    return row;
  }

  /** Copies what a package promises into a deal. */
  async copyFromPackage(
    tx: Tx,
    eventId: string,
    dealId: string,
    lines: readonly (PromisedBenefit & { id: string; currency: string })[],
  ): Promise<void> {
    for (const line of lines) await this.add(tx, eventId, dealId, line, line.currency, line.id);
  }

  async add(
    tx: Tx,
    eventId: string,
    dealId: string,
    benefit: PromisedBenefit,
    currency: string,
    packageBenefitId: string | null = null,
  ): Promise<Id<'benefit'>> {
    const id = newId<'benefit'>();
    await refusingOn({ slot_needs_a_decision: () => refuse.SLOT_NEEDS_A_DECISION({ benefit: benefit.name }) }, () =>
      tx.run(
        `insert into sponsors.benefit (id, event_id, deal_id, package_benefit_id, name, kind, units, value_minor, currency, needs_asset, due_days_before, decision, state, moved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'promised', $13)`,
        [
          id,
          eventId,
          dealId,
          packageBenefitId,
          benefit.name,
          benefit.kind,
          benefit.units,
          benefit.valueMinor,
          currency,
          benefit.needsAsset,
          benefit.dueDaysBefore,
          benefit.decision,
          tx.now,
        ],
      ),
    );
    return id;
  }

  /** Takes a promise out of a deal; only one that nobody has begun to keep. */
  remove(tx: Tx, eventId: string, dealId: string, id: string): Promise<number> {
    return tx.run(`delete from sponsors.benefit where event_id = $1 and deal_id = $2 and id = $3 and state = 'promised'`, [
      eventId,
      dealId,
      id,
    ]);
  }

  async move(
    tx: Tx,
    eventId: string,
    id: string,
    from: BenefitState,
    to: BenefitState,
    by: string,
    evidence: Evidence | undefined,
  ): Promise<void> {
    const moved = await tx.run(
      `update sponsors.benefit set state = $4, moved_at = $5,
         evidence_kind = coalesce($6, evidence_kind), evidence = coalesce($7, evidence),
         delivered_by = case when $4 in ('delivered', 'made_good') then $8::uuid else delivered_by end,
         delivered_at = case when $4 in ('delivered', 'made_good') then $5 else delivered_at end,
         confirmed_by = case when $4 = 'confirmed' then $8::uuid else confirmed_by end
       where event_id = $1 and id = $2 and state = $3`,
      [eventId, id, from, to, tx.now, evidence?.kind ?? null, evidence?.text ?? null, by],
    );
    if (moved === 0) throw refuse.MOVED_MEANWHILE();
  }
}
