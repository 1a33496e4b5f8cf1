import { Injectable } from '@nestjs/common';
import { Every, type Schedule } from '#platform';
import { OpenDueBallots } from '../use-cases/open-due-ballots.js';

/** Votes that are planned to open by themselves are opened. */
@Injectable()
@Every('* * * * *')
export class EveryMinuteOpenDueBallots implements Schedule {
  constructor(private readonly open: OpenDueBallots) {}

  run(): Promise<void> {
    return this.open.execute();
  }
}
