import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Anyone, EventRoles, type EventScope, IdParam, InContract, Scope } from '#platform';
import type { Comparison } from '../rules/comparison.js';
import { CompareRules } from '../use-cases/compare-rules.js';
import { RehearseBallot } from '../use-cases/rehearse-ballot.js';
import { ComparisonView, RehearsalView } from './comparison.view.js';
import { RehearsalBody } from './rehearsal.body.js';

@InContract((api) => api.ApiTags('ballots'))
@Controller('api/v1/events/:slug/ballots/:id')
export class ComparisonController {
  constructor(
    private readonly compare: CompareRules,
    private readonly rehearse: RehearseBallot,
  ) {}

  /** The counterfactual lab: the same ballots under every rule. Hidden until the result is public, withheld below five ballots. */
  @Get('comparison')
  @Anyone()
  async comparison(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<ComparisonView> {
    return comparisonView(await this.compare.show(scope, id));
  }

  /** Before a rule is chosen: what each would make of trial ballots. Stores nothing. */
  @Post('rehearsal')
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  async rehearsal(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() body: RehearsalBody): Promise<RehearsalView> {
    const { seed, ...comparison } = await this.rehearse.execute(scope, id, body);
    return { ...comparisonView(comparison), seed };
  }
}

const comparisonView = ({ ballots, rules }: Comparison): ComparisonView => ({
  ballots,
  rules: rules.map((rule) => ({ ...rule, shareWithFundedChoice: ballots === 0 ? 0 : rule.ballotsWithFundedChoice / ballots })),
});
