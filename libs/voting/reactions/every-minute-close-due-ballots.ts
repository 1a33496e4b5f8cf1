import { Injectable } from '@nestjs/common';
import { Every, type Schedule } from '#platform';
import { CloseDueBallots } from '../use-cases/close-due-ballots.js';

/** Votes whose last instant has passed are closed, and those whose count was lost on its way are counted. */
@Injectable()
@Every('* * * * *')
export class EveryMinuteCloseDueBallots implements Schedule {
  constructor(private readonly close: CloseDueBallots) {}

  run(): Promise<void> {
    return this.close.execute();
  }
}
