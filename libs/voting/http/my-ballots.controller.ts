import { Controller, Get } from '@nestjs/common';
import { type Actor, Caller, InContract, Member } from '#platform';
import { ListMyBallots } from '../use-cases/list-my-ballots.js';
import { MyVotesView } from './my-votes.view.js';

@InContract((api) => api.ApiTags('ballots'))
@Controller('api/v1/me/ballots')
export class MyBallotsController {
  constructor(private readonly mine: ListMyBallots) {}

  /** Votes you may still cast in, and those you took part in. What you chose is not in it. */
  @Get()
  @Member()
  async list(@Caller() actor: Actor): Promise<MyVotesView> {
    const votes = await this.mine.execute(actor);
    return {
      items: votes.map(({ eventSlug, eventName, id, title, state, closes_at, voted }) => ({
        ...{ eventSlug, eventName, id, title, state, closesAt: closes_at.toISOString(), voted },
      })),
    };
  }
}
