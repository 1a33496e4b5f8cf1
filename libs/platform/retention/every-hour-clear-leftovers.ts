import { Injectable } from '@nestjs/common';
import { inBatches } from '../database/in-batches.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ReactionRegistry } from '../facts/reaction-registry.js';
import { Every, type Schedule } from '../facts/reaction.js';
import { LeftoversStore } from './leftovers.store.js';

const A_DAY_MS = 86_400_000;
/** As long as a session may last: a form that stood open in a browser all that time still does its deed once. */
const ANSWERS_LIVE_MS = 14 * A_DAY_MS;
/** Sent ones are kept to answer questions about them, unsent ones for a mail server that was away. */
export const MAILS_LIVE_MS = 30 * A_DAY_MS;

/** Answers, mails and failed runs go when their time is over. Facts, reactions done and the audit log are kept for ever. */
@Injectable()
@Every('27 * * * *')
export class EveryHourClearLeftovers implements Schedule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: ReactionRegistry,
    private readonly leftovers: LeftoversStore,
  ) {}

  async run(): Promise<void> {
    const schedules = [...this.registry.schedules.keys()];
    await inBatches(this.unitOfWork, (tx, rows) => this.leftovers.forgetAnswers(tx, new Date(tx.now.getTime() - ANSWERS_LIVE_MS), rows));
    await inBatches(this.unitOfWork, (tx, rows) => this.leftovers.forgetMails(tx, new Date(tx.now.getTime() - MAILS_LIVE_MS), rows));
    await inBatches(this.unitOfWork, (tx, rows) => this.leftovers.forgetFailedRuns(tx, schedules, rows));
  }
}
