import { Controller, Get } from '@nestjs/common';
import { toWire } from '#kernel';
import { Anyone, type EventScope, InContract, Scope } from '#platform';
import { ShowTwoVoices } from '../use-cases/show-two-voices.js';
import { TwoVoicesView } from './two-voices.view.js';

@InContract((api) => api.ApiTags('ballots'))
@Controller('api/v1/events/:slug/two-voices')
export class TwoVoicesController {
  constructor(private readonly voices: ShowTwoVoices) {}

  /** Votes and pledges for the same proposals, ranked apart. */
  @Get()
  @Anyone()
  async show(@Scope() scope: EventScope): Promise<TwoVoicesView> {
    const { ballotId, items } = await this.voices.execute(scope);
    return { ballotId, items: items.map((item) => ({ ...item, pledged: toWire(item.pledged) })) };
  }
}
