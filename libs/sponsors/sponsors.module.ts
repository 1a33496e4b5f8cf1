import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { EventsModule } from '#events';
import { LedgerModule } from '#ledger';
import { PledgesModule } from '#pledges';
import { EveryClosedDealKeptItsPromises } from './checks/every-closed-deal-kept-its-promises.check.js';
import { EveryGiftAboveTheThresholdHadTwoPeople } from './checks/every-gift-above-the-threshold-had-two-people.check.js';
import { NoPackageIsOversold } from './checks/no-package-is-oversold.check.js';
import { DealsController } from './http/deals.controller.js';
import { InKindGiftsController } from './http/gifts.controller.js';
import { SponsorPackagesController } from './http/packages.controller.js';
import { SponsorsController } from './http/thanks.controller.js';
import { WhenExpectedItemMatched } from './reactions/when-expected-item-matched.js';
import { WhenExpectedItemUnmatched } from './reactions/when-expected-item-unmatched.js';
import { BenefitsStore } from './store/benefits.store.js';
import { DealsStore } from './store/deals.store.js';
import { GiftsStore } from './store/gifts.store.js';
import { InvoicesStore } from './store/invoices.store.js';
import { PackagesStore } from './store/packages.store.js';
import { AcceptGift } from './use-cases/accept-gift.js';
import { EventDay } from './use-cases/event-day.js';
import { InvoiceDeal } from './use-cases/invoice-deal.js';
import { KeepBenefits } from './use-cases/keep-benefits.js';
import { KeepGifts } from './use-cases/keep-gifts.js';
import { KeepPackages } from './use-cases/keep-packages.js';
import { MoveDeal } from './use-cases/move-deal.js';
import { NoteInvoicePayment } from './use-cases/note-invoice-payment.js';
import { OpenDeal } from './use-cases/open-deal.js';
import { ShowDeals } from './use-cases/show-deals.js';
import { ShowGifts } from './use-cases/show-gifts.js';
import { ShowPackages } from './use-cases/show-packages.js';
import { ShowThanks } from './use-cases/show-thanks.js';

@Module({
  imports: [AccountsModule, EventsModule, LedgerModule, PledgesModule],
  controllers: [SponsorPackagesController, DealsController, InKindGiftsController, SponsorsController],
  providers: [
    BenefitsStore,
    DealsStore,
    EventDay,
    GiftsStore,
    InvoicesStore,
    PackagesStore,
    AcceptGift,
    InvoiceDeal,
    KeepBenefits,
    KeepGifts,
    KeepPackages,
    MoveDeal,
    NoteInvoicePayment,
    OpenDeal,
    ShowDeals,
    ShowGifts,
    ShowPackages,
    ShowThanks,
    WhenExpectedItemMatched,
    WhenExpectedItemUnmatched,
    EveryClosedDealKeptItsPromises,
    EveryGiftAboveTheThresholdHadTwoPeople,
    NoPackageIsOversold,
  ],
})
export class SponsorsModule {}
