import { Injectable } from '@nestjs/common';
import { Every, type Schedule } from '#platform';
import { WatchSignals } from '../use-cases/watch-signals.js';

/** Where casts came from is forgotten thirty days after the close (VOT-11). */
@Injectable()
@Every('40 2 * * *')
export class EveryNightForgetTraces implements Schedule {
  constructor(private readonly signals: WatchSignals) {}

  run(): Promise<void> {
    return this.signals.forgetOldTraces();
  }
}
