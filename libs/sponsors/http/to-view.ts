import { wire } from '#kernel';
import { BENEFIT_STATES } from '../domain/benefit.js';
import { DEAL_STATES } from '../domain/deal.js';
import { daysAfter } from '../domain/day.js';
import { GIFT_STATES } from '../domain/in-kind-gift.js';
import type { BenefitRow } from '../store/benefits.store.js';
import type { DealRow } from '../store/deals.store.js';
import type { GiftRow } from '../store/gifts.store.js';
import type { WholeDeal } from '../use-cases/show-deals.js';
import type { WholePackage } from '../use-cases/show-packages.js';
import type { BenefitView, DealView, WholeDealView } from './deal.view.js';
import type { GiftView } from './gift.view.js';
import type { PackageView } from './package.view.js';

const amountOrNull = (minor: bigint | null, currency: string) => (minor === null ? null : wire(minor, currency));
const nameIn = (names: Map<string, string>, id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));

export const packageView = (p: WholePackage): PackageView => ({
  id: p.id,
  name: p.name,
  description: p.description,
  year: p.year,
  price: wire(p.priceMinor, p.currency),
  capacity: p.capacity,
  left: p.left,
  hidden: p.hiddenAt !== null,
  clonedFrom: p.clonedFrom,
  benefits: p.benefits.map((b) => ({
    id: b.id,
    name: b.name,
    kind: b.kind,
    units: b.units,
    value: amountOrNull(b.valueMinor, b.currency),
    needsAsset: b.needsAsset,
    dueDaysBefore: b.dueDaysBefore,
    decision: b.decision,
  })),
});

export const dealView = (d: DealRow): DealView => ({
  id: d.id,
  organisation: d.organisation,
  website: d.website,
  category: d.category,
  exclusive: d.exclusive,
  packageId: d.packageId,
  packageName: d.packageName,
  price: wire(d.priceMinor, d.currency),
  state: d.state,
  next: DEAL_STATES[d.state].filter((to) => to !== 'paid' && !(d.state === 'paid' && to === 'invoiced')),
  isPublic: d.isPublic,
  openBenefits: d.openBenefits,
  movedAt: d.movedAt.toISOString(),
});

const benefitView = (b: BenefitRow, names: Map<string, string>, eventDay: string | null): BenefitView => ({
  id: b.id,
  name: b.name,
  kind: b.kind,
  units: b.units,
  value: amountOrNull(b.valueMinor, b.currency),
  state: b.state,
  next: [...BENEFIT_STATES[b.state]],
  dueOn: eventDay === null || b.dueDaysBefore === null ? null : daysAfter(eventDay, -b.dueDaysBefore),
  needsAsset: b.needsAsset,
  decision: b.decision,
  evidence: b.evidenceKind !== null && b.evidence !== null ? { kind: b.evidenceKind, text: b.evidence } : null,
  deliveredBy: nameIn(names, b.deliveredBy),
  confirmedBy: nameIn(names, b.confirmedBy),
});

export const wholeDealView = ({ deal, benefits, invoice, customised, names, eventDay }: WholeDeal): WholeDealView => ({
  ...dealView(deal),
  contactName: nameIn(names, deal.contactId),
  agreedBy: nameIn(names, deal.agreedBy),
  contractedBy: nameIn(names, deal.contractedBy),
  benefits: benefits.map((b) => benefitView(b, names, eventDay)),
  customised: customised
    ? {
        ...customised,
        priceEffect: wire(customised.priceEffect, deal.currency),
        valueEffect: wire(customised.valueEffect, deal.currency),
      }
    : null,
  invoice: invoice
    ? {
        number: invoice.number,
        reference: invoice.reference,
        amount: wire(invoice.amountMinor, invoice.currency),
        paid: wire(invoice.paidMinor, invoice.currency),
        issuedOn: invoice.issuedOn,
        dueOn: invoice.dueOn,
        purchaseOrder: invoice.purchaseOrder,
      }
    : null,
});

export const giftView = (g: GiftRow, names: Map<string, string>): GiftView => ({
  id: g.id,
  organisation: g.organisation,
  description: g.description,
  category: g.category,
  dealId: g.dealId,
  budgetLineId: g.budgetLineId,
  state: g.state,
  next: [...GIFT_STATES[g.state]],
  value: amountOrNull(g.valueMinor, g.currency),
  basisKind: g.basisKind,
  basis: g.basis,
  needsSecond: g.needsSecond,
  valuedBy: nameIn(names, g.valuedBy),
  acceptedBy: nameIn(names, g.acceptedBy),
  met: amountOrNull(g.metMinor, g.currency),
  receivedOn: g.receivedOn,
  isPublic: g.isPublic,
});
