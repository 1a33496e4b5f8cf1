import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { ConversationsOpenOnce } from './checks/conversations-open-once.check.js';
import { SparkTalliesEqualSupports } from './checks/spark-tallies-equal-supports.check.js';
import { BudgetPhases } from './budget-phases.js';
import { Events } from './events.js';
import { BudgetPhasesController } from './http/budget-phases.controller.js';
import { EventsController } from './http/events.controller.js';
import { ModerationController } from './http/moderation.controller.js';
import { SparkTalkController } from './http/spark-talk.controller.js';
import { SparksController } from './http/sparks.controller.js';
import { FoldSparkTallies } from './live/fold-spark-tallies.js';
import { LiveFeed } from './live/live-feed.js';
import { PublicFacts } from './live/public-facts.js';
import { EveryHourForgetUnconfirmedSparks } from './reactions/every-hour-forget-unconfirmed-sparks.js';
import { EveryMinuteMoveBudgetPhases } from './reactions/every-minute-move-budget-phases.js';
import { BudgetPhasesStore } from './store/budget-phases.store.js';
import { DiscussionStore } from './store/discussion.store.js';
import { EventsStore } from './store/events.store.js';
import { ModerationStore } from './store/moderation.store.js';
import { PostingsStore } from './store/postings.store.js';
import { SparkWallQuery } from './store/spark-wall.query.js';
import { SparksStore } from './store/sparks.store.js';
import { SupportsStore } from './store/supports.store.js';
import { ConfirmSpark } from './use-cases/confirm-spark.js';
import { CreateEvent } from './use-cases/create-event.js';
import { DeclareBudgetPhases } from './use-cases/declare-budget-phases.js';
import { Discuss } from './use-cases/discuss.js';
import { EditEvent } from './use-cases/edit-event.js';
import { FindSimilarSparks } from './use-cases/find-similar-sparks.js';
import { ModerateOwnKinds } from './use-cases/moderate-own-kinds.js';
import { Moderate } from './use-cases/moderate.js';
import { ModeratedKinds } from './use-cases/moderated-kinds.js';
import { MoveBudgetPhases } from './use-cases/move-budget-phases.js';
import { MoveSpark } from './use-cases/move-spark.js';
import { PostSpark } from './use-cases/post-spark.js';
import { PromoteSpark } from './use-cases/promote-spark.js';
import { ShowEvents } from './use-cases/show-events.js';
import { ShowSpark } from './use-cases/show-spark.js';
import { ShowSparks } from './use-cases/show-sparks.js';
import { SteerSpark } from './use-cases/steer-spark.js';
import { SupportSpark } from './use-cases/support-spark.js';
import { TalkUnderSpark } from './use-cases/talk-under-spark.js';

@Module({
  imports: [AccountsModule],
  controllers: [SparksController, SparkTalkController, EventsController, BudgetPhasesController, ModerationController],
  providers: [
    Events,
    ...[EventsStore, SparksStore, SupportsStore, SparkWallQuery, PostingsStore, DiscussionStore, ModerationStore],
    ...[PostSpark, ConfirmSpark, FindSimilarSparks, ShowSpark, ShowSparks, SupportSpark, SteerSpark, MoveSpark, PromoteSpark],
    ...[CreateEvent, EditEvent, ShowEvents, Discuss, TalkUnderSpark, Moderate, ModeratedKinds, ModerateOwnKinds],
    ...[PublicFacts, LiveFeed, FoldSparkTallies, EveryHourForgetUnconfirmedSparks],
    ...[BudgetPhases, BudgetPhasesStore, DeclareBudgetPhases, MoveBudgetPhases, EveryMinuteMoveBudgetPhases],
    ...[SparkTalliesEqualSupports, ConversationsOpenOnce],
  ],
  exports: [Events, BudgetPhases, CreateEvent, PromoteSpark, PostSpark, SupportSpark, Discuss, Moderate, ModeratedKinds, PublicFacts],
})
export class EventsModule {}
