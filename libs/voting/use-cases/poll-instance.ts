import { Injectable } from '@nestjs/common';
import { exponentOf } from '#kernel';
import type { Db } from '#platform';
import {
  type Ballot,
  type BallotGroup,
  type BudgetInstance,
  type RankedBallotGroup,
  type RankedInstance,
  type VoteType,
} from '#voting/count';
import { ballotKindOf } from '../rules/ballot-rules.js';
import { fromStored } from '../rules/stored-ballot.js';
import type { BallotRow } from '../store/ballots.store.js';
import { type OptionRow, OptionsStore } from '../store/options.store.js';
import { type CountedVotes, type VoteGroup, VotesStore } from '../store/votes.store.js';

type IdOf = (option: OptionRow) => string;
const byId: IdOf = (o) => o.option_id;

/** A closed vote as the counting engine takes it. Options that were withdrawn meanwhile are left out of it. */
@Injectable()
export class PollInstance {
  constructor(
    private readonly options: OptionsStore,
    private readonly votes: VotesStore,
  ) {}

  /** A vote within a pot. */
  async budget(db: Db, ballot: BallotRow, idOf: IdOf = byId, which: CountedVotes = 'all'): Promise<BudgetInstance> {
    const { standing, groups } = await this.read(db, ballot, which);
    return {
      kind: 'budget',
      voteType: voteTypeOf(ballot.method),
      budget: ballot.pot_minor!,
      decimals: exponentOf(ballot.currency),
      pointDecimals: 0,
      // In a ranked vote from a file the first place earns as many points as a ballot has places.
      ...(ballot.method === 'ordinal' ? { maxLength: ballot.max_choices } : {}),
      projects: standing.map((o) => ({ id: idOf(o), name: o.title, cost: o.cost_minor!, details: {} })),
      ballots: groups.map(({ chosen, points, count }): BallotGroup => ({ count, choices: chosen, ...(points ? { points } : {}) })),
      meta: {},
    };
  }

  /** A vote by ranking. */
  async ranked(db: Db, ballot: BallotRow, idOf: IdOf = byId, which: CountedVotes = 'all'): Promise<RankedInstance> {
    const { standing, groups } = await this.read(db, ballot, which);
    const ballots = groups.map(({ chosen, points, count }): RankedBallotGroup => {
      const ranks: number[][] = [];
      chosen.forEach((at, i) => (ranks[points?.[i] ?? i] ??= []).push(at));
      return { count, ranks: ranks.filter((rank) => rank !== undefined) };
    });
    return { kind: 'ranked', candidates: standing.map(idOf), ballots, meta: {} };
  }

  /** The single ballots of a vote, for the methods that only add up. */
  async ballots(
    db: Db,
    ballot: BallotRow,
    idOf: IdOf = byId,
    which: CountedVotes = 'all',
  ): Promise<{ options: string[]; ballots: Ballot[] }> {
    const { standing, groups } = await this.read(db, ballot, which);
    const kind = ballotKindOf(ballot.method);
    const optionAt = (at: number): string => idOf(standing[at]!);
    const ballots = groups.flatMap(({ chosen, points, reason, count }) =>
      Array<Ballot>(count).fill(fromStored(kind, { choices: chosen, points, reason }, optionAt)),
    );
    return { options: standing.map(idOf), ballots };
  }

  private async read(
    db: Db,
    ballot: BallotRow,
    which: CountedVotes,
  ): Promise<{ standing: OptionRow[]; groups: (VoteGroup & { chosen: number[] })[] }> {
    const standing = (await this.options.of(db, ballot.event_id, ballot.id)).filter((o) => o.withdrawn_at === null);
    const place = new Map(standing.map((o, at) => [o.position, at]));
    const groups = (await this.votes.groups(db, ballot.id, which)).map((group) => {
      const kept = [...group.choices.keys()].filter((i) => place.has(group.choices[i]!));
      // A consent ballot answers the question itself: its points stand beside no option.
      const points = group.choices.length === 0 ? group.points : group.points && kept.map((i) => group.points![i]!);
      return { ...group, chosen: kept.map((i) => place.get(group.choices[i]!)!), points };
    });
    return { standing, groups };
  }
}

/** Pabulib's name of a way to fill in ballots. */
function voteTypeOf(method: BallotRow['method']): VoteType {
  if (method === 'points') return 'cumulative';
  return method === 'choose-1' || method === 'cumulative' || method === 'scoring' || method === 'ordinal' ? method : 'approval';
}
