import { type StateTable, move } from '#kernel';
import { refuse } from './sponsors.refusals.js';

export type BenefitState =
  | 'promised'
  | 'asset_requested'
  | 'asset_received'
  | 'scheduled'
  | 'delivered'
  | 'confirmed'
  | 'at_risk'
  | 'waived'
  | 'made_good';

export const BENEFIT_KINDS = ['visibility', 'tickets', 'space', 'material', 'service', 'programme_slot'] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

export const EVIDENCE_KINDS = ['url', 'file', 'photo', 'count'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One promise to a sponsor, from word to proof (spec/money.md §2.7). */
export const BENEFIT_STATES: StateTable<BenefitState> = {
  promised: ['asset_requested', 'scheduled', 'delivered', 'at_risk', 'waived'],
  asset_requested: ['asset_received', 'at_risk', 'waived'],
  asset_received: ['scheduled', 'delivered', 'at_risk', 'waived'],
  scheduled: ['delivered', 'at_risk', 'waived'],
  at_risk: ['asset_requested', 'scheduled', 'delivered', 'waived', 'made_good'],
  delivered: ['confirmed', 'at_risk'],
  confirmed: [],
  waived: [],
  made_good: [],
};

/** States in which nothing is owed any more. */
export const CLOSED_BENEFITS: readonly BenefitState[] = ['confirmed', 'waived', 'made_good'];

/** How long the organisation has to confirm before the lead may do it (spec/money.md §2.7). */
const SILENCE_MS = 14 * 24 * 3_600_000;

export interface Evidence {
  kind: EvidenceKind;
  text: string;
}

/** Where a benefit goes, or a refusal. A delivery and a making good need evidence (SPO-4); giving up needs a reason. */
export function moveBenefit(
  from: BenefitState,
  to: BenefitState,
  evidence: Evidence | undefined,
  reason: string | undefined,
): BenefitState {
  if (to === 'confirmed') throw refuse.CONFIRM_INSTEAD();
  const target = move(BENEFIT_STATES, from, to);
  if ((target === 'delivered' || target === 'made_good') && !evidence) throw refuse.EVIDENCE_NEEDED();
  if ((target === 'waived' || target === 'at_risk') && !reason) throw refuse.REASON_NEEDED();
  return target;
}

interface Delivered {
  state: BenefitState;
  deliveredBy: string | null;
  deliveredAt: Date | null;
  contactId: string | null;
}

/** The organisation's contact confirms at any time; the team only after 14 days of silence; never who delivered it. */
export function confirmBenefit(benefit: Delivered, by: { accountId: string; inTeam: boolean }, now: Date): BenefitState {
  const target = move(BENEFIT_STATES, benefit.state, 'confirmed');
  if (benefit.deliveredBy === by.accountId) throw refuse.SECOND_PERSON_NEEDED({ deliveredBy: by.accountId });
  if (benefit.contactId === by.accountId) return target;
  if (!by.inTeam) throw refuse.NOT_THE_CONTACT();
  const from = new Date((benefit.deliveredAt?.getTime() ?? now.getTime()) + SILENCE_MS);
  if (now < from) throw refuse.CONTACT_MAY_STILL_ANSWER({ from: from.toISOString() });
  return target;
}
