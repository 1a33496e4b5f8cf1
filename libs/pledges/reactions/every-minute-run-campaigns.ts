import { Injectable } from '@nestjs/common';
import { Every, type Schedule } from '#platform';
import { ChasePledges } from '../use-cases/chase-pledges.js';
import { FoldTallies } from '../use-cases/fold-tallies.js';
import { RunCampaigns } from '../use-cases/run-campaigns.js';

@Injectable()
@Every('* * * * *')
export class EveryMinuteRunCampaigns implements Schedule {
  constructor(
    private readonly campaigns: RunCampaigns,
    private readonly chase: ChasePledges,
    private readonly fold: FoldTallies,
  ) {}

  async run(): Promise<void> {
    await this.campaigns.execute();
    await this.chase.execute();
    await this.fold.execute();
  }
}
