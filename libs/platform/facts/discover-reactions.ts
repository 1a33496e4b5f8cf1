import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { EVERY, JOB, type JobWorker, type Reaction, REACTS_TO, type Schedule } from './reaction.js';
import { ReactionRegistry } from './reaction-registry.js';

/** Finds every reaction, schedule and job worker among the providers and registers it under its class name. */
@Injectable()
export class DiscoverReactions implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly registry: ReactionRegistry,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!instance || !metatype || typeof metatype !== 'function') continue;
      const fact = this.reflector.get<string | undefined>(REACTS_TO, metatype);
      const cron = this.reflector.get<string | undefined>(EVERY, metatype);
      const job = this.reflector.get<string | undefined>(JOB, metatype);
      if (fact) this.registry.addReaction(fact, metatype.name, instance as Reaction);
      if (cron) this.registry.schedules.set(metatype.name, { cron, schedule: instance as Schedule });
      if (job) this.registry.workers.set(job, instance as JobWorker);
    }
  }
}
