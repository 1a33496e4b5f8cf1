import { Injectable } from '@nestjs/common';
import type { JobWorker, Reaction, Schedule } from './reaction.js';

/** Which handlers answer which fact, which schedules and job workers exist: filled once, at start, by discovery. */
@Injectable()
export class ReactionRegistry {
  private readonly byFact = new Map<string, string[]>();
  readonly reactions = new Map<string, Reaction>();
  readonly schedules = new Map<string, { cron: string; schedule: Schedule }>();
  readonly workers = new Map<string, JobWorker>();

  addReaction(factType: string, name: string, reaction: Reaction): void {
    this.reactions.set(name, reaction);
    this.byFact.set(factType, [...(this.byFact.get(factType) ?? []), name]);
  }

  namesFor(factType: string): readonly string[] {
    return this.byFact.get(factType) ?? [];
  }
}
