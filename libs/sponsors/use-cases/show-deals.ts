import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { type Page, idAfter, pageOf } from '#kernel';
import { Database } from '#platform';
import { type Customised, compareWithPackage } from '../domain/package.js';
import { refuse } from '../domain/sponsors.refusals.js';
import { type BenefitRow, BenefitsStore } from '../store/benefits.store.js';
import { type DealRow, DealsStore } from '../store/deals.store.js';
import { EventDay } from './event-day.js';
import { type InvoiceRow, InvoicesStore } from '../store/invoices.store.js';
import { PackagesStore } from '../store/packages.store.js';

export interface WholeDeal {
  deal: DealRow;
  benefits: BenefitRow[];
  invoice: InvoiceRow | undefined;
  customised: Customised | undefined;
  /** Names by account id. */
  names: Map<string, string>;
  eventDay: string | null;
}

/** Deals for the people who keep them. */
@Injectable()
export class ShowDeals {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly deals: DealsStore,
    private readonly benefits: BenefitsStore,
    private readonly invoices: InvoicesStore,
    private readonly packages: PackagesStore,
    private readonly eventDay: EventDay,
  ) {}

  async page(eventId: string, state: string | undefined, after: string | undefined, limit: number): Promise<Page<DealRow>> {
    const rows = await this.deals.page(this.database, eventId, state ?? null, idAfter(after), limit + 1);
    return pageOf(rows, limit, (row) => [row.id]);
  }

  async one(eventId: string, id: string): Promise<WholeDeal> {
    const deal = await this.deals.byId(this.database, eventId, id);
    if (!deal) throw refuse.NOT_IN_THIS_EVENT();
    const [benefits, invoice, lines, eventDay] = await Promise.all([
      this.benefits.ofDeal(this.database, eventId, id),
      this.invoices.openOf(this.database, eventId, id),
      deal.packageId ? this.packages.benefitsOf(this.database, eventId, [deal.packageId]) : [],
      this.eventDay.of(this.database, eventId),
    ]);
    const people = [deal.contactId, deal.agreedBy, deal.contractedBy, ...benefits.flatMap((b) => [b.deliveredBy, b.confirmedBy])];
    const names = await this.accounts.namesOf(
      this.database,
      people.filter((p) => p !== null),
    );
    const customised =
      deal.packagePriceMinor === null
        ? undefined
        : compareWithPackage({ priceMinor: deal.packagePriceMinor, lines }, { priceMinor: deal.priceMinor, lines: benefits });
    return { deal, benefits, invoice, customised, names, eventDay };
  }
}
