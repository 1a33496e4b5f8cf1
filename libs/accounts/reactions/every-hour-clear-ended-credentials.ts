import { Injectable } from '@nestjs/common';
import { Every, type Schedule, UnitOfWork, inBatches } from '#platform';
import { DEAD_LINK_KEPT_MS, DEAD_TOKEN_KEPT_MS, FAILURES_COUNT_MS, SESSION_IDLE_MS, SESSION_LONGEST_MS } from '../domain/lifetimes.js';
import { EndedCredentialsStore } from '../store/ended-credentials.store.js';

/** Sessions, links, tokens and failed sign-ins that cannot matter any more are not kept. */
@Injectable()
@Every('17 * * * *')
export class EveryHourClearEndedCredentials implements Schedule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ended: EndedCredentialsStore,
  ) {}

  async run(): Promise<void> {
    const { unitOfWork, ended } = this;
    await inBatches(unitOfWork, (tx, rows) =>
      ended.forgetSessions(tx, ago(tx.now, SESSION_LONGEST_MS), ago(tx.now, SESSION_IDLE_MS), rows),
    );
    await inBatches(unitOfWork, (tx, rows) => ended.forgetLinks(tx, ago(tx.now, DEAD_LINK_KEPT_MS), rows));
    await inBatches(unitOfWork, (tx, rows) => ended.forgetTokens(tx, ago(tx.now, DEAD_TOKEN_KEPT_MS), rows));
    await inBatches(unitOfWork, (tx, rows) => ended.forgetFailures(tx, ago(tx.now, FAILURES_COUNT_MS), rows));
  }
}

const ago = (now: Date, ms: number): Date => new Date(now.getTime() - ms);
