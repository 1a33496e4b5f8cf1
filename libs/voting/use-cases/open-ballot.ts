import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { move, money } from '#kernel';
import { type EventScope, type Tx, UnitOfWork, accessRefusals, badFields } from '#platform';
import { type BallotOption, Proposals } from '#proposals';
import { BALLOT_STATES } from '../rules/ballot.js';
import { defaultIncrement, freeze, inLotOrder } from '../rules/frozen-rules.js';
import { ballotOpened } from '../rules/voting.facts.js';
import { refuse } from '../rules/voting.refusals.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { OptionsStore } from '../store/options.store.js';
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
  ) {}

  execute(scope: EventScope, id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const ballot = await this.ballots.lock(tx, scope.eventId, id);
      if (!ballot) throw accessRefusals.NOT_FOUND();
      move(BALLOT_STATES, ballot.state, 'open');
      if (ballot.closes_at <= tx.now) throw badFields([{ pointer: '/closesAt', message: 'has passed; set a later one first' }]);
      const offered = await this.ready(tx, ballot);
      const lotSeed = randomBytes(16).toString('hex');
      const ordered = inLotOrder(offered, lotSeed, ballot.tie_rule);
      await this.options.replace(tx, scope.eventId, id, ordered);
      const electorate = await this.people.snapshot(tx, ballot);
      const incrementMinor = ballot.increment_minor ?? defaultIncrement(money(ballot.pot_minor, ballot.currency), electorate);
      const frozen = freeze({ ...declaredIn(ballot), event: scope.slug, incrementMinor, lotSeed, electorate, options: ordered });
      await this.ballots.open(tx, ballot, { lotSeed, incrementMinor, electorate, rulesText: frozen.text, rulesHash: frozen.hash });
      await this.proposals.putOnBallot(
        tx,
        scope.eventId,
        ordered.map((o) => o.proposalId),
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

  /** Shortlisted, within the pot, and priced in public for long enough (PRP-6). */
  private async ready(tx: Tx, ballot: BallotRow): Promise<BallotOption[]> {
    const ids = (await this.options.of(tx, ballot.event_id, ballot.id)).map((o) => o.proposal_id);
    const offered = await this.proposals.ballotOptions(tx, ballot.event_id, ids);
    const unready = ids.filter((id) => offered.find((o) => o.proposalId === id)?.state !== 'shortlisted');
    if (unready.length) throw refuse.OPTIONS_NOT_READY({ proposals: unready });
    const tooDear = offered.filter((o) => o.cost.minor > ballot.pot_minor).map((o) => o.proposalId);
    if (tooDear.length) throw refuse.COST_ABOVE_POT({ proposals: tooDear });
    const opensAfter = Math.max(...offered.map((o) => o.pricesFrozenAt.getTime())) + ballot.notice_hours * HOUR_MS;
    if (opensAfter > tx.now.getTime())
      throw refuse.PRICES_TOO_FRESH({ noticeHours: ballot.notice_hours, opensAfter: new Date(opensAfter).toISOString() });
    return offered;
  }
}

const declaredIn = (b: BallotRow) => ({
  ballotId: b.id,
  title: b.title,
  question: b.question,
  method: b.method,
  minChoices: b.min_choices,
  maxChoices: b.max_choices,
  pot: money(b.pot_minor, b.currency),
  rule: b.rule,
  tieRule: b.tie_rule,
  lateJoiners: b.late_joiners,
  anonymous: b.anonymous,
  quorum: b.quorum,
  closesAt: b.closes_at,
});
