import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Id, fromWire } from '#kernel';
import { Anyone, Database, EventRoles, type EventScope, IdParam, Idempotent, Scope } from '#platform';
import { fourNumbers, stillNeededInCash } from '../domain/budget.js';
import { type BudgetRow, budgetAgainstActual } from '../store/budget-against-actual.query.js';
import { PlanBudget } from '../use-cases/plan-budget.js';
import { wire } from './amounts.js';
import { BudgetLineBody, BudgetPlanBody } from './budget.body.js';
import { BudgetLineAddedView, BudgetView } from './budget.view.js';

const numbersOf = (row: BudgetRow): { planned: bigint; committed: bigint; actual: bigint; metInKind: bigint; neededInCash: bigint } => ({
  ...fourNumbers(row),
  neededInCash: stillNeededInCash(row.planned_minor, row.met_in_kind_minor),
});

@ApiTags('books')
@Controller('api/v1/events/:slug/books/budget')
export class BudgetController {
  constructor(
    private readonly database: Database,
    private readonly plan: PlanBudget,
  ) {}

  /** Every need with what is planned, committed, paid and met in kind; the totals are the sums of the lines. */
  @Get()
  @Anyone()
  async show(@Scope() { eventId, currency }: EventScope): Promise<BudgetView> {
    const rows = await budgetAgainstActual(this.database, eventId);
    const total = (pick: keyof ReturnType<typeof numbersOf>) =>
      wire(
        rows.reduce((sum, r) => sum + numbersOf(r)[pick], 0n),
        currency,
      );
    return {
      items: rows.map((r) => {
        const n = numbersOf(r);
        return {
          id: r.id,
          name: r.name,
          why: r.why,
          account: r.account,
          source: { kind: r.source_kind, id: r.source_id },
          ballotId: r.ballot_id,
          planned: wire(n.planned, r.currency),
          committed: wire(n.committed, r.currency),
          actual: wire(n.actual, r.currency),
          metInKind: wire(n.metInKind, r.currency),
          neededInCash: wire(n.neededInCash, r.currency),
        };
      }),
      planned: total('planned'),
      committed: total('committed'),
      actual: total('actual'),
      metInKind: total('metInKind'),
      neededInCash: total('neededInCash'),
    };
  }

  /** Adds a need by decision of the team. */
  @Post('lines')
  @EventRoles('owner', 'organiser', 'treasurer')
  @Idempotent()
  async add(@Scope() scope: EventScope, @Body() body: BudgetLineBody): Promise<BudgetLineAddedView> {
    const id = await this.plan.add(scope, { ...body, planned: fromWire(body.planned), ownerId: body.ownerId as Id<'account'> | undefined });
    return { id };
  }

  /** Changes what is planned; what was planned before is kept. */
  @Post('lines/:id/plan')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'treasurer')
  async change(
    @Scope() scope: EventScope,
    @IdParam('id') id: Id<'budget line'>,
    @Body() body: BudgetPlanBody,
  ): Promise<BudgetLineAddedView> {
    await this.plan.change(scope, id, fromWire(body.planned), body.because);
    return { id };
  }
}
