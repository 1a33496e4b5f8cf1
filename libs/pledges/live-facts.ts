import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PublicFacts } from '#events';

const MOVES_THE_THERMOMETER = [
  'PledgeCommitted',
  'PledgeChanged',
  'PledgeWithdrawn',
  'PledgeCollected',
  'PledgeLapsed',
  'GoalLowered',
  'TargetChanged',
  'CampaignLaunched',
  'CampaignSucceeded',
  'CampaignFailed',
];

/** Lets pages follow the thermometer live. Only the campaign is told, never an amount or a pledge: some backers hide theirs (PLG-2). */
@Injectable()
export class LiveFacts implements OnModuleInit {
  constructor(private readonly facts: PublicFacts) {}

  onModuleInit(): void {
    for (const type of MOVES_THE_THERMOMETER) this.facts.show(type, ({ campaignId }) => ({ campaignId }));
  }
}
