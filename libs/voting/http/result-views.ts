import { money, toWire } from '#kernel';
import type { DateTotal, OptionTotal, ProjectExplanation, Reason } from '#voting/count';
import type { Outcome } from '../rules/result-document.js';
import type { OptionRow } from '../store/options.store.js';
import type { ResultShown } from '../use-cases/show-ballots.js';
import type { ResultQuery } from './result.query.js';
import type {
  DateResultView,
  OptionTotalView,
  ProjectResultView,
  RankedResultView,
  ReasonView,
  ResultView,
  RuleResultView,
} from './result.view.js';

type Options = ReadonlyMap<string, OptionRow>;

export function resultView({ ballot, document, options, hash, countedAt }: ResultShown, reasons: ResultQuery['reasons']): ResultView {
  const { outcome } = document;
  const byId: Options = new Map(options.map((o) => [o.option_id, o]));
  const chosen = new Set(outcome.winners);
  return {
    ballotId: ballot.id,
    title: ballot.title,
    kind: outcome.kind,
    method: ballot.method,
    rule: ballot.rule,
    tieRule: ballot.tie_rule,
    lotSeed: ballot.lot_seed!,
    rulesHash: document.rulesHash,
    resultHash: hash,
    countedAt: countedAt.toISOString(),
    balance: { ...document.balance, codes: document.balance.codes ?? null },
    quorum: document.quorum,
    winners: outcome.winners,
    tieMattered: outcome.tieMattered,
    lotMattered: outcome.lotMattered,
    sensitivity: document.sensitivity ?? null,
    outcomes: (outcome.budget ?? []).map((each) => ({
      ...ruleResultView(each),
      projects: each.official || reasons === 'all' ? each.explanation.projects.map((project) => projectView(project, byId)) : [],
    })),
    ranked: outcome.ranked ? rankedView(outcome.ranked) : null,
    totals: outcome.totals?.map((total) => totalView(total, byId, chosen)) ?? null,
    consent: outcome.consent ?? null,
    dates: outcome.dates?.map((date) => dateView(date, byId, chosen)) ?? null,
  };
}

const totalView = ({ option, total, supporters }: OptionTotal, byId: Options, chosen: ReadonlySet<string>): OptionTotalView => ({
  ...{ optionId: option, title: byId.get(option)!.title, total, supporters, chosen: chosen.has(option) },
});

const dateView = ({ option, yes, maybe, no }: DateTotal, byId: Options, chosen: ReadonlySet<string>): DateResultView => ({
  ...{ optionId: option, title: byId.get(option)!.title, startsAt: byId.get(option)!.starts_at?.toISOString() ?? null },
  ...{ yes, maybe, no, chosen: chosen.has(option) },
});

function rankedView({ irv, schulze, stv, rankedPairs, duels, others }: NonNullable<Outcome['ranked']>): RankedResultView {
  return {
    duels: { options: duels.options, votes: duels.votes },
    others,
    rankedPairs: rankedPairs
      ? { ...rankedPairs, winners: [...rankedPairs.winners], order: [...rankedPairs.order], leftOut: [...rankedPairs.leftOut] }
      : null,
    irv: irv && {
      winner: irv.winner,
      settledBy: irv.settledBy,
      rounds: irv.rounds.map(({ tally, tied, ...round }) => ({
        ...round,
        tied: [...tied],
        tally: tally.map(({ candidate, ...figures }) => ({ optionId: candidate, ...figures })),
      })),
    },
    schulze: schulze && schulze.map((each) => ({ ...each, duels: each.duels.map((d) => ({ ...d, chain: [...d.chain] })) })),
    stv: stv && {
      ...{ quota: stv.quota, valid: stv.valid, elected: [...stv.elected], excluded: [...stv.excluded], settledBy: stv.settledBy },
      stages: stv.stages.map(({ candidate, votes, elected, ...stage }) => ({
        ...stage,
        optionId: candidate,
        elected: [...elected],
        votes: votes.map((v) => ({ optionId: v.candidate, votes: v.votes })),
      })),
    },
  };
}

/** What a rule makes of the ballots as a whole. */
function ruleResultView({
  rule,
  official,
  winners,
  explanation: e,
}: NonNullable<Outcome['budget']>[number]): Omit<RuleResultView, 'projects'> {
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
  };
}

/** What it makes of one proposal, and why. */
function projectView({ project, votes, position, reason }: ProjectExplanation, byId: Options): ProjectResultView {
  const option = byId.get(project)!;
  return {
    proposalId: project,
    title: option.title,
    cost: toWire(money(option.cost_minor!, option.currency)),
    votes,
    funded: position !== null,
    position,
    reason: reasonView(reason),
  };
}

function reasonView(reason: Reason): ReasonView {
  if (reason.code === 'SUPPORTERS_SHORT') {
    return { ...reason, drainedBy: reason.drainedBy.map((d) => ({ proposalId: d.project, amount: d.amount })) };
  }
  if ('tie' in reason) return { ...reason, tie: reason.tie && { with: [...reason.tie.with], settledBy: reason.tie.settledBy } };
  if (reason.code === 'COUNT_ENDED') return { code: reason.code, stoppedBy: [...reason.stoppedBy] };
  return reason;
}
