import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { exponentOf, money, newId } from '#kernel';
import { type EventScope, UnitOfWork } from '#platform';
import { Proposals } from '#proposals';
import { type BudgetInstance, countBallots, readPabulib } from '#voting/count';
import { type Declaration, type Option, freeze } from '../rules/frozen-rules.js';
import { settled } from '../rules/declaration.js';
import type { PotRule } from '../rules/methods.js';
import { ballotClosed } from '../rules/voting.facts.js';
import { BallotsStore } from '../store/ballots.store.js';
import { OptionsStore } from '../store/options.store.js';
import { VotesStore } from '../store/votes.store.js';
import { CountBallot } from './count-ballot.js';

const VOTES_AT_ONCE = 5_000;
const FILE_ORDER = 'the order of the file';

/**
 * Takes in a finished vote from a Pabulib file: its projects become proposals, its ballots nobody's votes, and our count follows. Amounts
 * are taken as the event's currency; `incrementUnits` is the step of equal shares in whole currency units. Throws FileFault for a file that cannot be read; then nothing is stored.
 */
@Injectable()
export class ImportPabulib {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly options: OptionsStore,
    private readonly votes: VotesStore,
    private readonly proposals: Proposals,
    private readonly counting: CountBallot,
  ) {}

  async execute(
    scope: EventScope,
    authorId: string,
    file: string | Uint8Array,
    incrementUnits = 1,
  ): Promise<{ ballotId: string; proposals: number; ballots: number }> {
    const instance = inCurrency(readPabulib(file), scope.currency);
    const ballotId = newId();
    await this.unitOfWork.run(async (tx) => {
      const offered = instance.projects.map((p) => ({ title: (p.name || p.id).slice(0, 300), cost: money(p.cost, scope.currency) }));
      const ids = await this.proposals.importOnBallot(tx, scope, authorId, offered);
      const options: Option[] = offered.map((o, at) => ({
        ...o,
        optionId: ids[at]!,
        proposalId: ids[at]!,
        startsAt: null,
        publishedAt: tx.now,
      }));
      const electorate = countBallots(instance);
      const declared: Declaration = {
        ...settled(
          {
            title: (instance.meta['description'] || instance.meta['instance'] || 'Imported vote').slice(0, 150).padEnd(3, '.'),
            pot: money(instance.budget, scope.currency),
            proposalIds: ids,
            rule: officialRule(instance.meta['rule']),
            incrementMinor: BigInt(incrementUnits) * 10n ** BigInt(instance.decimals),
            lateJoiners: 'refused',
            noticeHours: 0,
            closesAt: tx.now,
          },
          scope.currency,
        ),
        method: instance.voteType,
      };
      await this.ballots.add(tx, ballotId, scope.eventId, declared, authorId, randomBytes(16));
      await this.options.replace(tx, { id: ballotId, event_id: scope.eventId, currency: scope.currency }, options);
      const frozen = freeze({ ...declared, ballotId, event: scope.slug, lotSeed: FILE_ORDER, electorate, options });
      const ballot = (await this.ballots.byId(tx, scope.eventId, ballotId))!;
      await this.ballots.open(tx, ballot, {
        lotSeed: FILE_ORDER,
        incrementMinor: declared.incrementMinor,
        electorate,
        rulesText: frozen.text,
        rulesHash: frozen.hash,
      });
      for (const votes of chunks(votesOf(instance), VOTES_AT_ONCE)) await this.votes.addImported(tx, ballotId, votes);
      await this.ballots.beginClosing(tx, ballot);
      await tx.audit({
        action: 'ballot imported',
        eventId: scope.eventId,
        subjectKind: 'ballot',
        subjectId: ballotId,
        to: 'closing',
        details: { ballots: electorate },
      });
      await tx.fact(ballotClosed(scope.eventId, ballotId));
    });
    await this.counting.work({ ballotId });
    return { ballotId, proposals: instance.projects.length, ballots: countBallots(instance) };
  }
}

/** The rule of ours that a file's official rule is, as far as we count it; greedy otherwise. */
function officialRule(stated: string | undefined): PotRule {
  if (stated?.startsWith('equalshares/add1')) return 'mes_cost_add1u';
  return stated?.startsWith('equalshares') ? 'mes_cost_none' : 'greedy_votes';
}

/** The same vote in whole minor units of a currency. A file with finer amounts than the currency has is refused as a RangeError. */
function inCurrency(instance: BudgetInstance, currency: string): BudgetInstance {
  const decimals = exponentOf(currency);
  const scaled = (amount: bigint): bigint => {
    if (instance.decimals <= decimals) return amount * 10n ** BigInt(decimals - instance.decimals);
    const factor = 10n ** BigInt(instance.decimals - decimals);
    if (amount % factor !== 0n) throw new RangeError(`the file has amounts that are finer than ${currency} allows`);
    return amount / factor;
  };
  return {
    ...instance,
    decimals,
    budget: scaled(instance.budget),
    projects: instance.projects.map((p) => ({ ...p, cost: scaled(p.cost) })),
  };
}

function* votesOf(instance: BudgetInstance): Generator<{ id: string; choices: number[]; points: readonly number[] | null }> {
  for (const group of instance.ballots) {
    const vote = { choices: group.choices.map((at) => at + 1), points: group.points ?? null };
    for (let n = 0; n < group.count; n += 1) yield { id: randomUUID(), ...vote };
  }
}

function* chunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length === size) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length) yield chunk;
}
