import { wire } from '#kernel';
import { MoneyView } from '#platform';
import { OPEN_TO_CHANGE, type PledgeState, RECOVERABLE, shownOf } from '../domain/pledge.js';
import type { CampaignRow } from '../store/campaigns.store.js';
import type { PledgeRow } from '../store/pledges.store.js';

/** Where to send a transfer, and what to write on it. */
export class TransferView {
  /** Nine characters; spaces, dashes and small letters do not matter. */
  reference!: string;
  amount!: MoneyView;
  /** The account to send it to, as the organisers give it. */
  bankDetails!: string;
}

/** What the backer does next: one of the two is set. */
export class NextStepView {
  /** Leads on to the payment page. */
  url!: string | null;
  transfer!: TransferView | null;
}

export class PledgeMadeView {
  /** UUID. */
  pledgeId!: string;
  /** Opens this pledge without an account; null for members. */
  link!: string | null;
  /** Pledge and fee covered together: what will be paid. */
  total!: MoneyView;
  feeCovered!: MoneyView;
  next!: NextStepView;
}

export class PledgeView {
  /** UUID. */
  id!: string;
  /** UUID. */
  campaignId!: string;
  campaignTitle!: string;
  eventSlug!: string | null;
  /** UUID. */
  tierId!: string | null;
  amount!: MoneyView;
  feeCovered!: MoneyView;
  method!: 'card' | 'transfer';
  display!: 'public' | 'name_hidden' | 'all_hidden';
  state!: PledgeState;
  reference!: string;
  organisation!: string | null;
  /** ISO instant. */
  madeAt!: string;
  /** ISO instant; until then it can be changed or withdrawn. */
  deadlineAt!: string;
  refunded!: MoneyView;
  /** ISO instant of the next automatic try. */
  nextTryAt!: string | null;
  /** ISO instant at which it ends if it cannot be collected. */
  lapsesAt!: string | null;
  canChange!: boolean;
  /** Needs its backer: `recover` leads to the payment page. */
  canRecover!: boolean;
  /** The amount (fee cover apart) that a visit to the payment page would agree to, while one is under way for a pledge that counts; null otherwise. */
  confirming!: MoneyView | null;
  /** Brand and last digits of the saved card. */
  card!: string | null;
  transfer!: TransferView | null;
  /** UUIDs of the proposals that matter to the backer: no earmark, and without weight in any vote. */
  wishes!: string[];
}

export class PledgePageView {
  items!: PledgeView[];
  next!: string | null;
}

/** A pledge as anybody may see it, by its backer's choice. */
export class PublicPledgeView {
  /** Null when hidden. */
  name!: string | null;
  /** Null when hidden. */
  amount!: MoneyView | null;
  /** Calendar date. */
  on!: string;
}

export class PublicPledgePageView {
  items!: PublicPledgeView[];
  next!: string | null;
}

/** A pledge as the treasurer sees it. */
export class FullPledgeView {
  /** UUID. */
  id!: string;
  /** Empty once the person has had their account erased. */
  name!: string;
  organisation!: string | null;
  organisationAddress!: string | null;
  organisationPo!: string | null;
  amount!: MoneyView;
  feeCovered!: MoneyView;
  method!: 'card' | 'transfer';
  state!: PledgeState;
  display!: 'public' | 'name_hidden' | 'all_hidden';
  reference!: string;
  received!: MoneyView;
  refunded!: MoneyView;
  /** Why the last charge was declined. */
  lastCode!: string | null;
  /** ISO instant. */
  madeAt!: string;
  /** UUID. */
  tierId!: string | null;
}

export class FullPledgePageView {
  items!: FullPledgeView[];
  next!: string | null;
}

export class RecoveryView {
  /** The payment page; null when it has been collected meanwhile. */
  url!: string | null;
  collected!: boolean;
}

export class ChangedPledgeView {
  pledge!: PledgeView;
  /** Leads on to the payment page when a new agreement is needed. */
  url!: string | null;
}

export class RefundView {
  /** UUID. */
  refundId!: string;
  /** A second treasurer has to approve it. */
  waits!: boolean;
}

export class CoverView {
  /** What is added so that the gift arrives whole. */
  cover!: MoneyView;
  total!: MoneyView;
}

export class DonePledgeView {
  done!: true;
}

export const transferView = (p: PledgeRow, bankDetails: string): TransferView => ({
  reference: p.reference,
  amount: wire(p.amount_minor - p.received_minor, p.currency),
  bankDetails,
});

/** What its backer sees of a pledge beside its own row. */
export interface AroundPledge {
  campaign: CampaignRow;
  eventSlug: string | null;
  card: string | null;
  /** Minor units, fee cover apart, that the backer has still to agree to on the payment page. */
  toConfirm: bigint | undefined;
  wishes: string[];
}

export const pledgeView = (p: PledgeRow, { campaign, eventSlug, card, toConfirm, wishes }: AroundPledge, now: Date): PledgeView => ({
  id: p.id,
  campaignId: p.campaign_id,
  campaignTitle: campaign.title,
  eventSlug,
  tierId: p.tier_id,
  amount: wire(p.amount_minor, p.currency),
  feeCovered: wire(p.fee_cover_minor, p.currency),
  method: p.method,
  display: p.display,
  state: p.state,
  reference: p.reference,
  organisation: p.organisation_name,
  madeAt: p.made_at.toISOString(),
  deadlineAt: campaign.deadline_at.toISOString(),
  refunded: wire(p.refunded_minor, p.currency),
  nextTryAt: p.next_try_at?.toISOString() ?? null,
  lapsesAt: p.lapses_at?.toISOString() ?? null,
  canChange: OPEN_TO_CHANGE.includes(p.state) && campaign.state === 'live' && now <= campaign.deadline_at,
  canRecover: RECOVERABLE.includes(p.state),
  confirming: toConfirm === undefined || p.state !== 'committed' ? null : wire(toConfirm, p.currency),
  card,
  transfer: p.state === 'awaiting_transfer' || p.state === 'part_received' ? transferView(p, campaign.bank_details) : null,
  wishes,
});

export function publicPledgeView(p: PledgeRow, name: string | undefined): PublicPledgeView {
  const shown = shownOf(p.display);
  return {
    name: shown.name ? (p.organisation_name ?? name ?? null) : null,
    amount: shown.amount ? wire(p.amount_minor, p.currency) : null,
    on: p.made_at.toISOString().slice(0, 10),
  };
}

export const fullPledgeView = (p: PledgeRow, name: string | undefined): FullPledgeView => ({
  id: p.id,
  name: name ?? '',
  organisation: p.organisation_name,
  organisationAddress: p.organisation_address,
  organisationPo: p.organisation_po,
  amount: wire(p.amount_minor, p.currency),
  feeCovered: wire(p.fee_cover_minor, p.currency),
  method: p.method,
  state: p.state,
  display: p.display,
  reference: p.reference,
  received: wire(p.received_minor, p.currency),
  refunded: wire(p.refunded_minor, p.currency),
  lastCode: p.last_code,
  madeAt: p.made_at.toISOString(),
  tierId: p.tier_id,
});
