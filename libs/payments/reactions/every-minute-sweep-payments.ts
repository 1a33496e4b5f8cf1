import { Injectable } from '@nestjs/common';
import { Every, type Schedule } from '#platform';
import { SweepPayments } from '../use-cases/sweep-payments.js';

@Injectable()
@Every('* * * * *')
export class EveryMinuteSweepPayments implements Schedule {
  constructor(private readonly sweep: SweepPayments) {}

  run(): Promise<void> {
    return this.sweep.execute();
  }
}
