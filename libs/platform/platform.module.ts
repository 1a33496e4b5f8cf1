import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { Clock } from '#kernel';
import { AccessGuard } from './access/access.guard.js';
import { EventScopes } from './access/event-scopes.js';
import { Checks } from './checks/check.js';
import { MovingClock } from './clock/moving-clock.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DiscoverReactions } from './facts/discover-reactions.js';
import { Figures } from './figures/figures.js';
import { HttpFigures } from './figures/http-figures.js';
import { JobsFailed, JobsWaiting, OldestJobWaiting } from './figures/queue-figures.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { ProblemFilter } from './http/problem.filter.js';
import { strictValidation } from './http/strict-input.js';
import { Jobs } from './jobs/jobs.js';
import { QueuePulse } from './jobs/queue-pulse.js';
import { DeliverMail, EveryQuarterHourSendLeftMails, Mailer } from './mail/mailer.js';
import { EveryHourClearLeftovers } from './retention/every-hour-clear-leftovers.js';
import { LeftoversStore } from './retention/leftovers.store.js';

/** Everything that has never heard of a pledge: database, time, jobs, access, mail, health. Global. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [ConfigModule.with(config), DatabaseModule, DiscoveryModule],
      controllers: [HealthController],
      providers: [
        MovingClock,
        { provide: Clock, useExisting: MovingClock },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: strictValidation },
        EventScopes,
        DiscoverReactions,
        Jobs,
        Checks,
        Mailer,
        DeliverMail,
        EveryQuarterHourSendLeftMails,
        QueuePulse,
        Readiness,
        HttpFigures,
        Figures,
        JobsWaiting,
        OldestJobWaiting,
        JobsFailed,
        LeftoversStore,
        EveryHourClearLeftovers,
      ],
      exports: [Clock, MovingClock, EventScopes, Jobs, QueuePulse, Checks, Mailer],
    };
  }
}
