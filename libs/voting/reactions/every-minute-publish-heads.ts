import { Injectable } from '@nestjs/common';
import { Every, type Schedule } from '#platform';
import { PublishHeads } from '../use-cases/publish-heads.js';

/** The first minute of a day in which a vote is open, and the minute after its close, publish the head of its chain. */
@Injectable()
@Every('* * * * *')
export class EveryMinutePublishHeads implements Schedule {
  constructor(private readonly heads: PublishHeads) {}

  run(): Promise<void> {
    return this.heads.execute();
  }
}
