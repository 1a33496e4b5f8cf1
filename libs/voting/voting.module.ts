import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { EventsModule } from '#events';
import { ProposalsModule } from '#proposals';
import { ChainsHold } from './checks/chains-hold.check.js';
import { ClosedVotesAreSecret } from './checks/closed-votes-are-secret.check.js';
import { OneBallotPerPerson } from './checks/one-ballot-per-person.check.js';
import { BallotsController } from './http/ballots.controller.js';
import { VotesController } from './http/votes.controller.js';
import { EveryMinuteCloseDueBallots } from './reactions/every-minute-close-due-ballots.js';
import { WhenBallotVoided } from './reactions/when-ballot-voided.js';
import { WhenProposalWithdrawn } from './reactions/when-proposal-withdrawn.js';
import { BallotsStore } from './store/ballots.store.js';
import { ElectorsStore } from './store/electors.store.js';
import { OptionsStore } from './store/options.store.js';
import { ResultsStore } from './store/results.store.js';
import { SealsStore } from './store/seals.store.js';
import { VotesStore } from './store/votes.store.js';
import { CastBallot } from './use-cases/cast-ballot.js';
import { CloseBallot } from './use-cases/close-ballot.js';
import { CloseDueBallots } from './use-cases/close-due-ballots.js';
import { CountBallot } from './use-cases/count-ballot.js';
import { DeclareBallot } from './use-cases/declare-ballot.js';
import { ImportPabulib } from './use-cases/import-pabulib.js';
import { OpenBallot } from './use-cases/open-ballot.js';
import { OpenPolls } from './use-cases/open-polls.js';
import { OutcomeOf } from './use-cases/outcome-of.js';
import { PollInstance } from './use-cases/poll-instance.js';
import { PublishRecount } from './use-cases/publish-recount.js';
import { SealCasts } from './use-cases/seal-casts.js';
import { ShowBallots } from './use-cases/show-ballots.js';
import { TakeOption } from './use-cases/take-option.js';
import { TellVoters } from './use-cases/tell-voters.js';
import { VerifyReceipt } from './use-cases/verify-receipt.js';
import { VoidBallot } from './use-cases/void-ballot.js';

@Module({
  imports: [AccountsModule, EventsModule, ProposalsModule],
  controllers: [BallotsController, VotesController],
  providers: [
    ...[BallotsStore, OptionsStore, VotesStore, ElectorsStore, SealsStore, ResultsStore],
    ...[DeclareBallot, OpenBallot, OpenPolls, CastBallot, CloseBallot, CloseDueBallots, CountBallot, OutcomeOf, VoidBallot, ImportPabulib],
    ...[ShowBallots, PollInstance, PublishRecount, VerifyReceipt, SealCasts, TakeOption, TellVoters],
    ...[EveryMinuteCloseDueBallots, WhenBallotVoided, WhenProposalWithdrawn],
    ...[OneBallotPerPerson, ClosedVotesAreSecret, ChainsHold],
  ],
  exports: [DeclareBallot, OpenBallot, CastBallot, CloseBallot, CountBallot, ImportPabulib, SealCasts],
})
export class VotingModule {}
