import { Injectable } from '@nestjs/common';
import { Database, type EventScope } from '#platform';
import { countBallots, sha256, writePabulib } from '#voting/count';
import { FEWEST_TO_PUBLISH } from '../rules/ballot.js';
import { refuse } from '../rules/voting.refusals.js';
import { SealsStore } from '../store/seals.store.js';
import { VotesStore } from '../store/votes.store.js';
import { PollInstance } from './poll-instance.js';
import { type ResultShown, ShowBallots } from './show-ballots.js';

export interface RecountKit {
  rulesText: string;
  rulesHash: string;
  resultText: string;
  resultHash: string;
  pbHash: string;
  commitments: string[];
  casts: number;
  chainHead: string | null;
}

/** What a stranger needs to count again: the ballots without their voters, the rules, the result and the list of commitments. */
@Injectable()
export class PublishRecount {
  constructor(
    private readonly database: Database,
    private readonly shown: ShowBallots,
    private readonly instance: PollInstance,
    private readonly votes: VotesStore,
    private readonly seals: SealsStore,
  ) {}

  /** The ballots as a Pabulib file, options numbered by the lot. Withheld below five ballots. */
  async pabulib(scope: EventScope, ballotId: string): Promise<string> {
    return this.file(scope, await this.shown.result(scope, ballotId));
  }

  async kit(scope: EventScope, ballotId: string): Promise<RecountKit> {
    const result = await this.shown.result(scope, ballotId);
    const file = await this.file(scope, result);
    const head = await this.seals.head(this.database, ballotId);
    return {
      rulesText: result.ballot.rules_text!,
      rulesHash: result.ballot.rules_hash!.toString('hex'),
      resultText: result.text,
      resultHash: result.hash,
      pbHash: sha256(file),
      commitments: await this.votes.commitments(this.database, ballotId),
      casts: head?.position ?? 0,
      chainHead: head?.hash ?? null,
    };
  }

  private async file(scope: EventScope, { ballot, options, document }: ResultShown): Promise<string> {
    const instance = await this.instance.budget(this.database, ballot, (o) => String(o.position));
    const ballots = countBallots(instance);
    if (ballots < FEWEST_TO_PUBLISH) throw refuse.TOO_FEW_TO_PUBLISH({ ballots, fewest: FEWEST_TO_PUBLISH });
    const standing = options.filter((o) => o.withdrawn_at === null).map((o) => o.option_id);
    const winners = document.outcome.winners;
    const { opened_at, closed_at } = ballot;
    return writePabulib(instance, {
      selected: winners.map((id) => standing.indexOf(id)),
      meta: {
        description: ballot.title,
        country: scope.timeZone,
        unit: scope.slug,
        instance: ballot.title,
        currency: ballot.currency,
        rule: ballot.rule === 'greedy_votes' ? 'greedy' : ballot.rule === 'mes_cost_none' ? 'equalshares' : 'equalshares/add1',
        date_begin: dayOf(opened_at!),
        date_end: dayOf(closed_at!),
        ...(ballot.method === 'approval' ? { min_length: String(ballot.min_choices), max_length: String(ballot.max_choices) } : {}),
        comment: `#1: Official rule ${ballot.rule}, rules ${ballot.rules_hash!.toString('hex')}`,
      },
    });
  }
}

/** dd.mm.yyyy, as Pabulib writes dates; in UTC. */
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10).split('-').reverse().join('.');
