import { money, toWire } from '#kernel';
import type { MoneyView } from '#platform';
import type { Ballot } from '#voting/count';
import type { BallotRow } from '../store/ballots.store.js';
import type { BallotShown } from '../use-cases/show-ballots.js';
import type { BallotDetailView, BallotView, FilledBallotView } from './ballot.view.js';

const amount = (minor: bigint | null, currency: string): MoneyView | null => (minor === null ? null : toWire(money(minor, currency)));

export const ballotView = (row: BallotRow): BallotView => ({
  id: row.id,
  title: row.title,
  state: row.state,
  method: row.method,
  pot: amount(row.pot_minor, row.currency),
  opensAt: (row.state === 'draft' && row.opens_at?.toISOString()) || null,
  openedAt: row.opened_at?.toISOString() ?? null,
  closesAt: row.closes_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
});

export const ballotDetailView = ({ row, options, voters }: BallotShown): BallotDetailView => ({
  ...ballotView(row),
  question: row.question,
  minChoices: row.min_choices,
  maxChoices: row.max_choices,
  minSpend: amount(row.min_spend_minor, row.currency),
  seats: row.seats,
  pointsBudget: row.points_budget,
  pointsCap: row.points_cap,
  equalRanks: row.equal_ranks,
  threshold: row.threshold,
  rule: row.rule,
  increment: amount(row.increment_minor, row.currency),
  tieRule: row.tie_rule,
  lateJoiners: row.late_joiners,
  admits: row.admits,
  anonymous: row.anonymous,
  talliesOnly: row.tallies_only,
  quorum: row.quorum,
  noticeHours: row.notice_hours,
  lotSeed: row.lot_seed,
  rulesText: row.rules_text,
  rulesHash: row.rules_hash?.toString('hex') ?? null,
  electorateSize: row.electorate_size,
  voters,
  notOpenedBecause: row.not_opened_because,
  voidedBecause: row.voided_because,
  options: options.map((o) => ({
    optionId: o.option_id,
    proposalId: o.proposal_id,
    position: o.position,
    title: o.title,
    cost: amount(o.cost_minor, o.currency),
    startsAt: o.starts_at?.toISOString() ?? null,
    withdrawn: o.withdrawn_at !== null,
  })),
});

/** A ballot in the one part that belongs to its method. */
export const filledBallotView = (ballot: Ballot): FilledBallotView => ({
  choices: ballot.kind === 'choices' ? [...ballot.choices] : null,
  points: ballot.kind === 'points' ? ballot.points.map((p) => ({ optionId: p.option, points: p.points })) : null,
  ranks: ballot.kind === 'ranked' ? ballot.ranks.map((r) => ({ optionId: r.option, rank: r.rank })) : null,
  answer: ballot.kind === 'consent' ? ballot.answer : null,
  reason: ballot.kind === 'consent' ? (ballot.reason ?? null) : null,
  dates: ballot.kind === 'dates' ? ballot.answers.map((d) => ({ optionId: d.option, answer: d.answer })) : null,
});
