import { Body, Controller, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type Actor, Caller, EventRoles, type EventScope, IdempotentIfKeyed, InContract, Scope } from '#platform';
import { FileFault } from '#voting/count';
import { refuse } from '../rules/voting.refusals.js';
import { ImportVote } from '../use-cases/import-vote.js';
import { ImportVoteBody, ImportedVoteView, LONGEST_FILE } from './import-vote.body.js';

@InContract((api) => api.ApiTags('ballots'))
@Controller('api/v1/events/:slug/ballots/import')
export class ImportsController {
  constructor(private readonly taking: ImportVote) {}

  /**
   * Takes in a finished vote from a Pabulib, PrefLib or BLT file. It is counted after the answer, like a vote that was closed: until then its
   * state is `closing`. A broken file is refused with its code, line and place; nothing of it is stored.
   */
  @Post()
  @RouteConfig({ bodyLimit: LONGEST_FILE * 2 })
  @EventRoles('owner', 'organiser')
  @IdempotentIfKeyed()
  async take(@Scope() scope: EventScope, @Body() body: ImportVoteBody, @Caller() actor: Actor): Promise<ImportedVoteView> {
    const { fileName, text, increment, rule, seats } = body;
    try {
      const file = { fileName, bytes: Buffer.from(text), incrementUnits: increment, rule, seats };
      return await this.taking.execute(scope, actor.accountId, file);
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      throw refuse.BALLOT_FILE_BROKEN({ fault: error.code, line: error.line, place: error.place, found: error.found.slice(0, 80) });
    }
  }
}
