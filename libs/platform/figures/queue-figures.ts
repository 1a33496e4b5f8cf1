import { Injectable } from '@nestjs/common';
import { QueuePulse } from '../jobs/queue-pulse.js';
import { type Figure, TellsFigure } from './figure.js';

@Injectable()
@TellsFigure('wgt_jobs_waiting', 'Jobs that are due and that nobody works on yet.')
export class JobsWaiting implements Figure {
  constructor(private readonly pulse: QueuePulse) {}

  async value(): Promise<number> {
    return (await this.pulse.load()).waiting;
  }
}

@Injectable()
@TellsFigure('wgt_jobs_oldest_waiting_seconds', 'How long the job that is due longest has been waiting; 0 when none is.')
export class OldestJobWaiting implements Figure {
  constructor(private readonly pulse: QueuePulse) {}

  async value(): Promise<number> {
    return (await this.pulse.load()).oldestSeconds;
  }
}

@Injectable()
@TellsFigure('wgt_jobs_failed', 'Jobs that have failed as often as they may and wait for a person.')
export class JobsFailed implements Figure {
  constructor(private readonly pulse: QueuePulse) {}

  async value(): Promise<number> {
    return (await this.pulse.load()).failed;
  }
}
