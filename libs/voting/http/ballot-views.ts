import { money, toWire } from '#kernel';
import type { Reason } from '#voting/count';
import type { BallotRow } from '../store/ballots.store.js';
import type { BallotShown, ResultShown } from '../use-cases/show-ballots.js';
import type { BallotDetailView, BallotView } from './ballot.view.js';
import type { ReasonView, ResultView, RuleResultView } from './result.view.js';

export const ballotView = (row: BallotRow): BallotView => ({
  id: row.id,
  title: row.title,
  state: row.state,
  pot: toWire(money(row.pot_minor, row.currency)),
  openedAt: row.opened_at?.toISOString() ?? null,
  closesAt: row.closes_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
});

export const ballotDetailView = ({ row, options, voters }: BallotShown): BallotDetailView => ({
  ...ballotView(row),
  question: row.question,
  method: row.method,
  minChoices: row.min_choices,
  maxChoices: row.max_choices,
  rule: row.rule,
  increment: row.increment_minor === null ? null : toWire(money(row.increment_minor, row.currency)),
  tieRule: row.tie_rule,
  lateJoiners: row.late_joiners,
  anonymous: row.anonymous,
  quorum: row.quorum,
  noticeHours: row.notice_hours,
  lotSeed: row.lot_seed,
  rulesText: row.rules_text,
  rulesHash: row.rules_hash?.toString('hex') ?? null,
  electorateSize: row.electorate_size,
  voters,
  voidedBecause: row.voided_because,
  options: options.map((o) => ({
    proposalId: o.proposal_id,
    position: o.position,
    title: o.title,
    cost: toWire(money(o.cost_minor, o.currency)),
    withdrawn: o.withdrawn_at !== null,
  })),
});

export function resultView(shown: ResultShown): ResultView {
  const { ballot, document } = shown;
  return {
    ballotId: ballot.id,
    title: ballot.title,
    rule: ballot.rule,
    tieRule: ballot.tie_rule,
    lotSeed: ballot.lot_seed!,
    rulesHash: document.rulesHash,
    resultHash: shown.hash,
    countedAt: shown.countedAt.toISOString(),
    balance: document.balance,
    quorum: document.quorum,
    outcomes: document.outcomes.map((outcome) => ruleResultView(outcome, shown)),
  };
}

function ruleResultView(
  { rule, official, winners, explanation: e }: ResultShown['document']['outcomes'][number],
  { options }: ResultShown,
): RuleResultView {
  const byId = new Map(options.map((o) => [o.proposal_id, o]));
  return {
    rule,
    official,
    winners,
    pot: e.pot,
    spent: e.spent,
    left: e.left,
    ballots: e.ballots,
    emptyBallots: e.emptyBallots,
    ballotsWithNoFundedChoice: e.ballotsWithNoFundedChoice,
    endowment: e.endowment,
    runs: e.runs,
    everythingFits: e.everythingFits,
    tieMattered: e.tieMattered,
    lotMattered: e.lotMattered,
    projects: e.projects.map(({ project, votes, position, reason }) => {
      const option = byId.get(project)!;
      return {
        proposalId: project,
        title: option.title,
        cost: toWire(money(option.cost_minor, option.currency)),
        votes,
        funded: position !== null,
        position,
        reason: reasonView(reason),
      };
    }),
  };
}

function reasonView(reason: Reason): ReasonView {
  if (reason.code === 'SUPPORTERS_SHORT') {
    return { ...reason, drainedBy: reason.drainedBy.map((d) => ({ proposalId: d.project, amount: d.amount })) };
  }
  if ('tie' in reason) return { ...reason, tie: reason.tie && { with: [...reason.tie.with], settledBy: reason.tie.settledBy } };
  if (reason.code === 'COUNT_ENDED') return { code: reason.code };
  return reason;
}
