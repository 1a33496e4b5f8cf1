import { Injectable } from '@nestjs/common';
import { Every, type Schedule } from '#platform';
import { MoveBudgetPhases } from '../use-cases/move-budget-phases.js';

/** Phases that have begun since the last minute are made known (PBG-1). */
@Injectable()
@Every('* * * * *')
export class EveryMinuteMoveBudgetPhases implements Schedule {
  constructor(private readonly move: MoveBudgetPhases) {}

  run(): Promise<void> {
    return this.move.execute();
  }
}
