import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { EventsModule } from '#events';
import { PledgesModule } from '#pledges';
import { ProposalsModule } from '#proposals';
import { ChainsHold } from './checks/chains-hold.check.js';
import { ClosedVotesAreSecret } from './checks/closed-votes-are-secret.check.js';
import { OneBallotPerPerson } from './checks/one-ballot-per-person.check.js';
import { BallotsController } from './http/ballots.controller.js';
import { ComparisonController } from './http/comparison.controller.js';
import { ElectorateController } from './http/electorate.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { MyBallotsController } from './http/my-ballots.controller.js';
import { PaperCodesController } from './http/paper-codes.controller.js';
import { PublicationController } from './http/publication.controller.js';
import { SignalsController } from './http/signals.controller.js';
import { TwoVoicesController } from './http/two-voices.controller.js';
import { VotesController } from './http/votes.controller.js';
import { EveryMinuteCloseDueBallots } from './reactions/every-minute-close-due-ballots.js';
import { EveryMinutePublishHeads } from './reactions/every-minute-publish-heads.js';
import { EveryNightForgetTraces } from './reactions/every-night-forget-traces.js';
import { WhenAccountErased } from './reactions/when-account-erased.js';
import { WhenBallotCounted } from './reactions/when-ballot-counted.js';
import { WhenBallotVoided } from './reactions/when-ballot-voided.js';
import { WhenProposalWithdrawn } from './reactions/when-proposal-withdrawn.js';
import { BallotsStore } from './store/ballots.store.js';
import { ComparisonsStore } from './store/comparisons.store.js';
import { ElectorsStore } from './store/electors.store.js';
import { InvitationsStore } from './store/invitations.store.js';
import { OptionsStore } from './store/options.store.js';
import { PaperCodesStore } from './store/paper-codes.store.js';
import { PublicationStore } from './store/publication.store.js';
import { ResultsStore } from './store/results.store.js';
import { SealsStore } from './store/seals.store.js';
import { SecrecyStore } from './store/secrecy.store.js';
import { SignalsStore } from './store/signals.store.js';
import { VoidingsStore } from './store/voidings.store.js';
import { VotesStore } from './store/votes.store.js';
import { BalanceOfVote } from './use-cases/balance-of-vote.js';
import { CastBallot } from './use-cases/cast-ballot.js';
import { CloseBallot } from './use-cases/close-ballot.js';
import { CloseDueBallots } from './use-cases/close-due-ballots.js';
import { CompareRules } from './use-cases/compare-rules.js';
import { CountBallot } from './use-cases/count-ballot.js';
import { DeclareBallot } from './use-cases/declare-ballot.js';
import { Electorate } from './use-cases/electorate.js';
import { EndLinks } from './use-cases/end-links.js';
import { EnterPaperBallot } from './use-cases/enter-paper-ballot.js';
import { ImportVote } from './use-cases/import-vote.js';
import { InviteElectors } from './use-cases/invite-electors.js';
import { KeepPaperCodes } from './use-cases/keep-paper-codes.js';
import { Kits } from './use-cases/kits.js';
import { ListMyBallots } from './use-cases/list-my-ballots.js';
import { NameAuditors } from './use-cases/name-auditors.js';
import { OpenBallot } from './use-cases/open-ballot.js';
import { OpenPolls } from './use-cases/open-polls.js';
import { PublishHeads } from './use-cases/publish-heads.js';
import { PublishRecount } from './use-cases/publish-recount.js';
import { RehearseBallot } from './use-cases/rehearse-ballot.js';
import { SealCasts } from './use-cases/seal-casts.js';
import { ShowBallots } from './use-cases/show-ballots.js';
import { ShowTwoVoices } from './use-cases/show-two-voices.js';
import { StandingResults } from './use-cases/standing-results.js';
import { TakeOption } from './use-cases/take-option.js';
import { TellVoters } from './use-cases/tell-voters.js';
import { VerifyReceipt } from './use-cases/verify-receipt.js';
import { VoidBallot } from './use-cases/void-ballot.js';
import { VoidFlagged } from './use-cases/void-flagged.js';
import { VoteToCount } from './use-cases/vote-to-count.js';
import { WatchSignals } from './use-cases/watch-signals.js';
import { WithdrawBallots } from './use-cases/withdraw-ballots.js';

@Module({
  imports: [AccountsModule, EventsModule, ProposalsModule, PledgesModule],
  controllers: [
    BallotsController,
    ComparisonController,
    ElectorateController,
    ImportsController,
    MyBallotsController,
    PaperCodesController,
    PublicationController,
    SignalsController,
    TwoVoicesController,
    VotesController,
  ],
  providers: [
    ...[
      BallotsStore,
      ComparisonsStore,
      ElectorsStore,
      InvitationsStore,
      OptionsStore,
      PaperCodesStore,
      PublicationStore,
      ResultsStore,
      SealsStore,
      SecrecyStore,
      SignalsStore,
      VoidingsStore,
      VotesStore,
    ],
    ...[
      BalanceOfVote,
      CastBallot,
      CloseBallot,
      CloseDueBallots,
      CompareRules,
      CountBallot,
      DeclareBallot,
      Electorate,
      EndLinks,
      EnterPaperBallot,
      ImportVote,
      InviteElectors,
      KeepPaperCodes,
      Kits,
      ListMyBallots,
      NameAuditors,
      OpenBallot,
      OpenPolls,
      VoteToCount,
      PublishHeads,
      PublishRecount,
      RehearseBallot,
      SealCasts,
      ShowBallots,
      ShowTwoVoices,
      StandingResults,
      TakeOption,
      TellVoters,
      VerifyReceipt,
      VoidBallot,
      VoidFlagged,
      WatchSignals,
      WithdrawBallots,
    ],
    ...[
      EveryMinuteCloseDueBallots,
      EveryMinutePublishHeads,
      EveryNightForgetTraces,
      WhenAccountErased,
      WhenBallotCounted,
      WhenBallotVoided,
      WhenProposalWithdrawn,
    ],
    ...[ChainsHold, ClosedVotesAreSecret, OneBallotPerPerson],
  ],
  exports: [DeclareBallot, OpenBallot, CastBallot, CloseBallot, CountBallot, ImportVote, SealCasts],
})
export class VotingModule {}
