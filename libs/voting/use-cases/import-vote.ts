import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MAX_MINOR, exponentOf, money, newId } from '#kernel';
import { type EventScope, type Tx, UnitOfWork } from '#platform';
import { Proposals } from '#proposals';
import { FILE_ORDER, FileFault } from '#voting/count';
import { type VoteAnswer, countInThread } from '../count-in-thread.js';
import { type Declaration, type Option, freeze, withTitlesApart } from '../rules/frozen-rules.js';
import { settled } from '../rules/declaration.js';
import { type OfficialRule, rulesFor } from '../rules/methods.js';
import { ballotClosed } from '../rules/voting.facts.js';
import { BallotsStore } from '../store/ballots.store.js';
import { OptionsStore } from '../store/options.store.js';
import { VotesStore } from '../store/votes.store.js';
import { CountBallot } from './count-ballot.js';

const MOST_SEATS = 50;
const LONGEST_TITLE = 280;

/** A file, and what it has no field for. */
export interface VoteFile {
  /** Its ending says what it is: .pb, .soc, .soi, .toc, .toi or .blt. */
  fileName: string;
  bytes: Uint8Array;
  /** Step of equal shares in whole currency units; default 1. */
  incrementUnits?: number;
  /** Official rule of a ranked vote; default Schulze, or the single transferable vote of a BLT file. */
  rule?: OfficialRule;
  /** Winners of a ranked vote; default what the file says, else 1. */
  seats?: number;
}

/**
 * Takes in a finished vote from a file: what was chosen from becomes proposals (where it has a price) or options of the vote, its ballots
 * nobody's votes. Our count is left to the job that counts every closed vote, so nobody waits for it. The file is read off the event loop.
 * Amounts are taken as the event's currency. Throws FileFault for a file that cannot be taken in; then nothing is stored.
 */
@Injectable()
export class ImportVote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly options: OptionsStore,
    private readonly votes: VotesStore,
    private readonly proposals: Proposals,
    private readonly counting: CountBallot,
  ) {}

  async execute(scope: EventScope, authorId: string, file: VoteFile): Promise<{ ballotId: string; options: number; ballots: number }> {
    const read = await countInThread({ read: { fileName: file.fileName, bytes: file.bytes } });
    if (read.kind === 'fault') throw new FileFault(read.code, read.line, read.place, read.found);
    const vote = inCurrency(read, scope.currency);
    if (vote.seats > MOST_SEATS) throw new FileFault('bad-header', 1, 'seats', `${vote.seats}`);
    const ballotId = newId();
    await this.unitOfWork.run(async (tx) => this.store(tx, scope, authorId, ballotId, vote, declarationOf(file, vote, scope, tx.now)));
    return { ballotId, options: vote.options.length, ballots: vote.ballots };
  }

  private async store(
    tx: Tx,
    scope: EventScope,
    authorId: string,
    ballotId: string,
    vote: VoteAnswer,
    declared: Declaration,
  ): Promise<void> {
    const options = withTitlesApart(await this.offered(tx, scope, authorId, vote));
    await this.ballots.add(tx, ballotId, scope.eventId, declared, authorId, randomBytes(16));
    await this.options.replace(tx, { id: ballotId, event_id: scope.eventId, currency: scope.currency }, options);
    const electorate = vote.ballots;
    const frozen = freeze({ ...declared, ballotId, event: scope.slug, lotSeed: FILE_ORDER, electorate, options });
    const ballot = (await this.ballots.byId(tx, scope.eventId, ballotId))!;
    const opening = { lotSeed: FILE_ORDER, incrementMinor: declared.incrementMinor, electorate, voters: electorate };
    await this.ballots.open(tx, ballot, { ...opening, rulesText: frozen.text, rulesHash: frozen.hash });
    for (const rows of vote.rows) await this.votes.addImported(tx, ballotId, rows);
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
    await this.counting.later(tx, ballotId);
  }

  private async offered(tx: Tx, scope: EventScope, authorId: string, { pot, options }: VoteAnswer): Promise<Option[]> {
    const titled = options.map(({ title, cost }) => ({ title: title.slice(0, LONGEST_TITLE), cost: money(cost ?? 0n, scope.currency) }));
    if (pot === null) {
      return titled.map(({ title }) => ({ optionId: newId(), proposalId: null, title, cost: null, startsAt: null, publishedAt: null }));
    }
    const ids = await this.proposals.importOnBallot(tx, scope, authorId, titled);
    return titled.map((each, at) => ({ ...each, optionId: ids[at]!, proposalId: ids[at]!, startsAt: null, publishedAt: tx.now }));
  }
}

function declarationOf(file: VoteFile, vote: VoteAnswer, scope: EventScope, now: Date): Declaration {
  const { method, pot, seats, maxChoices, equalRanks, decimals } = vote;
  const increment = BigInt(file.incrementUnits ?? 1) * 10n ** BigInt(decimals);
  const base = settled(
    {
      title: vote.title.slice(0, 150).trim().padEnd(3, '.'),
      rule: ruleOf(file, vote),
      lateJoiners: 'refused',
      closesAt: now,
      ...(pot === null ? { seats: file.seats ?? seats } : { pot: money(pot, scope.currency), noticeHours: 0, incrementMinor: increment }),
    },
    scope.currency,
  );
  return { ...base, method, maxChoices, equalRanks };
}

/** The rule of ours that a file's official rule is, as far as we count it. */
function ruleOf({ rule, seats }: VoteFile, vote: VoteAnswer): OfficialRule {
  if (vote.method !== 'ranked') return budgetRule(vote);
  if (rule && rulesFor('ranked', false).includes(rule)) return rule;
  return vote.statedRule === 'scottish_stv' || (seats ?? 1) > 1 ? 'scottish_stv' : 'schulze';
}

function budgetRule({ statedRule: stated, addOne }: VoteAnswer): OfficialRule {
  if (stated.startsWith('equalshares/add1')) return addOne;
  if (stated.startsWith('equalshares')) return 'mes_cost_none';
  if (stated === 'greedy-no-skip') return 'greedy_stop_at_first_misfit';
  return 'greedy_votes';
}

/** The same vote in whole minor units of a currency; refuses amounts that are finer or larger than it has. */
function inCurrency(vote: VoteAnswer, currency: string): VoteAnswer {
  if (vote.pot === null) return vote;
  const decimals = exponentOf(currency);
  const scaled = (amount: bigint, code: 'bad-cost' | 'bad-budget', place: string): bigint => {
    const more = 10n ** BigInt(Math.max(0, decimals - vote.decimals));
    const less = 10n ** BigInt(Math.max(0, vote.decimals - decimals));
    if (amount % less !== 0n) throw new FileFault(code, 0, place, `finer than ${currency} allows`);
    const minor = (amount * more) / less;
    if (minor > MAX_MINOR) throw new FileFault(code, 0, place, 'too large');
    return minor;
  };
  const pot = scaled(vote.pot, 'bad-budget', 'META budget');
  if (pot === 0n) throw new FileFault('bad-budget', 0, 'META budget', '0');
  const options = vote.options.map(({ title, cost }) => ({ title, cost: scaled(cost ?? 0n, 'bad-cost', `PROJECTS ${title}`) }));
  return { ...vote, decimals, pot, options };
}
