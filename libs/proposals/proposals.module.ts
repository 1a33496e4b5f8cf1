import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { EventsModule } from '#events';
import { CostsEqualTheirLines } from './checks/costs-equal-their-lines.check.js';
import { ProposalTalliesEqualSupports } from './checks/proposal-tallies-equal-supports.check.js';
import { ProposalPathController } from './http/proposal-path.controller.js';
import { ProposalTalkController } from './http/proposal-talk.controller.js';
import { ProposalsController } from './http/proposals.controller.js';
import { Proposals } from './proposals.js';
import { WhenProposalEdited } from './reactions/when-proposal-edited.js';
import { CostsStore } from './store/costs.store.js';
import { ProposalListQuery } from './store/proposal-list.query.js';
import { ProposalSetsStore } from './store/proposal-sets.store.js';
import { ProposalsStore } from './store/proposals.store.js';
import { SupportsStore } from './store/supports.store.js';
import { CostProposal } from './use-cases/cost-proposal.js';
import { FoldProposalTallies } from './use-cases/fold-proposal-tallies.js';
import { ModerateProposals } from './use-cases/moderate-proposals.js';
import { MoveProposal } from './use-cases/move-proposal.js';
import { SetProposalBounds } from './use-cases/set-proposal-bounds.js';
import { ShowProposals } from './use-cases/show-proposals.js';
import { SteerProposal } from './use-cases/steer-proposal.js';
import { SupportProposal } from './use-cases/support-proposal.js';
import { TalkUnderProposal } from './use-cases/talk-under-proposal.js';
import { TellSupporters } from './use-cases/tell-supporters.js';
import { WriteProposal } from './use-cases/write-proposal.js';

@Module({
  imports: [AccountsModule, EventsModule],
  controllers: [ProposalsController, ProposalPathController, ProposalTalkController],
  providers: [
    Proposals,
    ...[ProposalsStore, ProposalSetsStore, CostsStore, SupportsStore, ProposalListQuery],
    ...[WriteProposal, CostProposal, MoveProposal, SteerProposal, SupportProposal, ShowProposals, SetProposalBounds],
    ...[TalkUnderProposal, TellSupporters, ModerateProposals, FoldProposalTallies, WhenProposalEdited],
    ...[ProposalTalliesEqualSupports, CostsEqualTheirLines],
  ],
  exports: [Proposals, WriteProposal, CostProposal, SteerProposal, SupportProposal],
})
export class ProposalsModule {}
