import { Injectable } from '@nestjs/common';
import { Every, type Schedule } from '#platform';
import { LookAfterClaims } from '../use-cases/look-after-claims.js';

@Every('7 * * * *')
@Injectable()
export class EveryHourLookAfterClaims implements Schedule {
  constructor(private readonly claims: LookAfterClaims) {}

  async run(): Promise<void> {
    await this.claims.handOverUnclaimed();
    await this.claims.takeBackTheSilent();
    await this.claims.askTheQuiet();
  }
}
