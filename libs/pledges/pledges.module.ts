import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { EventsModule } from '#events';
import { LedgerModule } from '#ledger';
import { PaymentsModule } from '#payments';
import { NoCampaignIsAboveItsTarget } from './checks/no-campaign-is-above-its-target.check.js';
import { PaidPledgesHaveAPayment } from './checks/paid-pledges-have-a-payment.check.js';
import { TalliesAreRight } from './checks/tallies-are-right.check.js';
import { TiersAreNeverOversold } from './checks/tiers-are-never-oversold.check.js';
import { CampaignsController } from './http/campaigns.controller.js';
import { PledgesController } from './http/pledges.controller.js';
import { PledgesTreasurerController } from './http/pledges.treasurer.controller.js';
import { LiveFacts } from './live-facts.js';
import { PledgeMails } from './mails/pledge-mails.js';
import { PledgesOfAPerson } from './personal-part.js';
import { Pledges } from './pledges.js';
import { EveryMinuteRunCampaigns } from './reactions/every-minute-run-campaigns.js';
import { WhenTransferArrived } from './reactions/when-transfer-arrived.js';
import { WhenTransferTakenBack } from './reactions/when-transfer-taken-back.js';
import { CampaignsStore } from './store/campaigns.store.js';
import { PledgesStore } from './store/pledges.store.js';
import { TiersStore } from './store/tiers.store.js';
import { WishesStore } from './store/wishes.store.js';
import { CancelCampaign } from './use-cases/cancel-campaign.js';
import { ChangePledge } from './use-cases/change-pledge.js';
import { ChasePledges } from './use-cases/chase-pledges.js';
import { CommitPledge } from './use-cases/commit-pledge.js';
import { EvaluateCampaign } from './use-cases/evaluate-campaign.js';
import { ExpectTransfer } from './use-cases/expect-transfer.js';
import { FoldTallies } from './use-cases/fold-tallies.js';
import { KeepTiers } from './use-cases/keep-tiers.js';
import { LowerGoal } from './use-cases/lower-goal.js';
import { MakePledge } from './use-cases/make-pledge.js';
import { MoveCampaign } from './use-cases/move-campaign.js';
import { MovePledge } from './use-cases/move-pledge.js';
import { OpenCampaign } from './use-cases/open-campaign.js';
import { PledgeLinks } from './use-cases/pledge-links.js';
import { PledgePayments } from './use-cases/pledge-payments.js';
import { ReadPledge } from './use-cases/read-pledge.js';
import { ReceiveTransfer } from './use-cases/receive-transfer.js';
import { RecoverPledge } from './use-cases/recover-pledge.js';
import { RefundPledge } from './use-cases/refund-pledge.js';
import { ReturnTransfer } from './use-cases/return-transfer.js';
import { RunCampaigns } from './use-cases/run-campaigns.js';
import { ShowCampaigns } from './use-cases/show-campaigns.js';
import { ListWaitingRefunds } from './use-cases/list-waiting-refunds.js';
import { ShowPledges } from './use-cases/show-pledges.js';

@Module({
  imports: [AccountsModule, EventsModule, LedgerModule, PaymentsModule],
  controllers: [CampaignsController, PledgesController, PledgesTreasurerController],
  providers: [
    LiveFacts,
    PledgesOfAPerson,
    Pledges,
    CampaignsStore,
    PledgesStore,
    TiersStore,
    WishesStore,
    CancelCampaign,
    ChangePledge,
    ChasePledges,
    CommitPledge,
    EvaluateCampaign,
    ExpectTransfer,
    FoldTallies,
    KeepTiers,
    LowerGoal,
    MakePledge,
    MoveCampaign,
    MovePledge,
    OpenCampaign,
    PledgeLinks,
    PledgeMails,
    PledgePayments,
    ReadPledge,
    ReceiveTransfer,
    RecoverPledge,
    RefundPledge,
    ReturnTransfer,
    RunCampaigns,
    ShowCampaigns,
    ListWaitingRefunds,
    ShowPledges,
    EveryMinuteRunCampaigns,
    WhenTransferArrived,
    WhenTransferTakenBack,
    NoCampaignIsAboveItsTarget,
    PaidPledgesHaveAPayment,
    TalliesAreRight,
    TiersAreNeverOversold,
  ],
  exports: [Pledges],
})
export class PledgesModule {}
