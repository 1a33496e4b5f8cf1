import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BudgetPhases } from '#events';
import { money, move } from '#kernel';
import { type EventScope, type Tx, UnitOfWork, accessRefusals, badFields } from '#platform';
import { Proposals } from '#proposals';
import { BALLOT_STATES } from '../rules/ballot.js';
import { type Option, defaultIncrement, freeze, inLotOrder, withTitlesApart } from '../rules/frozen-rules.js';
import { isWithinReach } from '../rules/within-reach.js';
import { ballotOpened } from '../rules/voting.facts.js';
import { refuse } from '../rules/voting.refusals.js';
import { type BallotRow, BallotsStore, declarationOf } from '../store/ballots.store.js';
import { OptionsStore, optionOf } from '../store/options.store.js';
import { Electorate } from './electorate.js';

const HOUR_MS = 3_600_000;

/** Opens a vote: takes the electorate, draws the lot, freezes and publishes the rules (VOT-2, VOT-6, VOT-9). */
@Injectable()
export class OpenBallot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly options: OptionsStore,
    private readonly people: Electorate,
    private readonly proposals: Proposals,
    private readonly phases: BudgetPhases,
  ) {}

  execute(scope: EventScope, id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const ballot = await this.ballots.lock(tx, scope.eventId, id);
      if (!ballot) throw accessRefusals.NOT_FOUND();
      move(BALLOT_STATES, ballot.state, 'open');
      if (ballot.closes_at <= tx.now) throw badFields([{ pointer: '/closesAt', message: 'has passed; set a later one first' }]);
      const lotSeed = randomBytes(16).toString('hex');
      const ordered = withTitlesApart(inLotOrder(await this.ready(tx, ballot), lotSeed, ballot.tie_rule));
      await this.options.replace(tx, ballot, ordered);
      const electorate = await this.people.snapshot(tx, ballot);
      const incrementMinor = stepOf(ballot, electorate);
      const frozen = freeze({
        ...declarationOf(ballot),
        ballotId: id,
        event: scope.slug,
        incrementMinor,
        lotSeed,
        electorate,
        options: ordered,
      });
      await this.ballots.open(tx, ballot, { lotSeed, incrementMinor, electorate, rulesText: frozen.text, rulesHash: frozen.hash });
      if (ballot.pot_minor !== null)
        await this.proposals.putOnBallot(
          tx,
          scope.eventId,
          ordered.map((o) => o.optionId),
        );
      await tx.audit({
        action: 'ballot opened',
        eventId: scope.eventId,
        subjectKind: 'ballot',
        subjectId: id,
        from: 'draft',
        to: 'open',
        details: { rulesHash: frozen.hash, electorate },
      });
      await tx.fact(ballotOpened(scope.eventId, id));
    });
  }

  /** Within a pot: shortlisted, affordable, and priced in public for long enough (PRP-6). Without: as declared. */
  private async ready(tx: Tx, ballot: BallotRow): Promise<Option[]> {
    const declared = (await this.options.of(tx, ballot.event_id, ballot.id)).map(optionOf);
    if (ballot.pot_minor === null) return declared;
    await this.phases.require(ballot.event_id, 'vote', tx);
    const pot = ballot.pot_minor;
    const ids = declared.map((o) => o.optionId);
    const offered = await this.proposals.ballotOptions(tx, ballot.event_id, ids);
    const unready = ids.filter((id) => offered.find((o) => o.proposalId === id)?.state !== 'shortlisted');
    if (unready.length) throw refuse.OPTIONS_NOT_READY({ proposals: unready });
    const tooDear = offered.filter((o) => o.cost.minor > pot).map((o) => o.proposalId);
    if (tooDear.length) throw refuse.COST_ABOVE_POT({ proposals: tooDear });
    const { min_spend_minor: least } = ballot;
    const costs = offered.map((o) => o.cost.minor);
    if (least !== null && !isWithinReach(costs, least, pot)) throw refuse.MINIMUM_OUT_OF_REACH({ bound: Number(least) });
    const opensAfter = Math.max(...offered.map((o) => o.pricesFrozenAt.getTime())) + ballot.notice_hours * HOUR_MS;
    if (opensAfter > tx.now.getTime())
      throw refuse.PRICES_TOO_FRESH({ noticeHours: ballot.notice_hours, opensAfter: new Date(opensAfter).toISOString() });
    return offered.map((o): Option => ({ ...o, optionId: o.proposalId, startsAt: null }));
  }
}

const stepOf = ({ pot_minor, currency, increment_minor }: BallotRow, electorate: number): bigint | null =>
  pot_minor === null ? null : (increment_minor ?? defaultIncrement(money(pot_minor, currency), electorate));
