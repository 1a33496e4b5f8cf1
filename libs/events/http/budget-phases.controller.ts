import { Body, Controller, Get, Put } from '@nestjs/common';
import { Anyone, EventRoles, type EventScope, InContract, Scope } from '#platform';
import { BUDGET_PHASES, deedsIn } from '../domain/budget-phases.js';
import { DeclareBudgetPhases } from '../use-cases/declare-budget-phases.js';
import { BudgetPhasesBody } from './budget-phases.body.js';
import { BudgetPhasesView } from './budget-phases.view.js';

@InContract((api) => api.ApiTags('events'))
@Controller('api/v1/events/:slug/budget-phases')
export class BudgetPhasesController {
  constructor(private readonly declare: DeclareBudgetPhases) {}

  /** When people may propose, support and vote, if the event has a budget process. */
  @Get()
  @Anyone()
  async show(@Scope() scope: EventScope): Promise<BudgetPhasesView> {
    const { now, phases } = await this.declare.show(scope);
    return {
      now,
      phases: phases.map(({ phase, startsAt }, at) => ({
        phase,
        startsAt: startsAt.toISOString(),
        endsAt: phases[at + 1]?.startsAt.toISOString() ?? null,
      })),
      meaning: BUDGET_PHASES.map((phase) => ({ phase, allows: deedsIn(phase) })),
    };
  }

  /** Declares the phases anew. Those that have begun keep their beginning. */
  @Put()
  @EventRoles('owner', 'organiser')
  async change(@Scope() scope: EventScope, @Body() { phases }: BudgetPhasesBody): Promise<BudgetPhasesView> {
    await this.declare.execute(
      scope,
      phases.map(({ phase, startsAt }) => ({ phase, startsAt: new Date(startsAt) })),
    );
    return this.show(scope);
  }
}
