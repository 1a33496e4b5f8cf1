import { Injectable } from '@nestjs/common';
import { type Money, newId } from '#kernel';
import { type Actor, type EventScope, type Tx, UnitOfWork, accessRefusals, badFields } from '#platform';
import { Proposals } from '#proposals';
import type { CountedRule, TieRule } from '../rules/frozen-rules.js';
import { refuse } from '../rules/voting.refusals.js';
import { type BallotRow, BallotsStore, type Declaration } from '../store/ballots.store.js';
import { OptionsStore } from '../store/options.store.js';

export interface BallotDraft {
  title: string;
  question?: string;
  pot: Money;
  proposalIds: readonly string[];
  closesAt: Date;
  minChoices?: number;
  maxChoices?: number;
  rule?: CountedRule;
  incrementMinor?: bigint;
  tieRule?: TieRule;
  lateJoiners?: 'admitted' | 'refused';
  anonymous?: boolean;
  quorum?: number;
  noticeHours?: number;
}

const DEFAULT_NOTICE_HOURS = 48;

/** Declares a vote: what may be chosen, within which pot, by which rule. Nothing is frozen before it opens (VOT-6). */
@Injectable()
export class DeclareBallot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly options: OptionsStore,
    private readonly proposals: Proposals,
  ) {}

  create(actor: Actor, scope: EventScope, draft: BallotDraft): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const id = newId();
      await this.ballots.add(tx, id, scope.eventId, declarationOf(scope, draft, tx.now), actor.accountId);
      await this.setOptions(tx, scope, id, draft.proposalIds);
      await tx.audit({ action: 'ballot declared', eventId: scope.eventId, subjectKind: 'ballot', subjectId: id, to: 'draft' });
      return id;
    });
  }

  /** The same vote with other rules, as long as it is a draft. */
  change(scope: EventScope, id: string, draft: BallotDraft): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const ballot = await this.draftOf(tx, scope, id);
      await this.ballots.redeclare(tx, ballot, declarationOf(scope, draft, tx.now));
      await this.setOptions(tx, scope, id, draft.proposalIds);
    });
  }

  private async draftOf(tx: Tx, scope: EventScope, id: string): Promise<BallotRow> {
    const ballot = await this.ballots.lock(tx, scope.eventId, id);
    if (!ballot) throw accessRefusals.NOT_FOUND();
    if (ballot.state !== 'draft') throw refuse.RULES_LOCKED({ state: ballot.state });
    return ballot;
  }

  private async setOptions(tx: Tx, scope: EventScope, id: string, ids: readonly string[]): Promise<void> {
    const found = await this.proposals.ballotOptions(tx, scope.eventId, ids);
    const missing = ids.filter((wanted) => !found.some((o) => o.proposalId === wanted));
    if (missing.length) throw refuse.OPTIONS_NOT_READY({ proposals: missing });
    await this.options.replace(tx, scope.eventId, id, found);
  }
}

function declarationOf(scope: EventScope, draft: BallotDraft, now: Date): Declaration {
  const options = draft.proposalIds.length;
  const maxChoices = draft.maxChoices ?? options;
  const minChoices = draft.minChoices ?? 0;
  const faults = [];
  if (draft.pot.currency !== scope.currency)
    faults.push({ pointer: '/pot/currency', message: `must be ${scope.currency}, the event’s currency` });
  if (draft.pot.minor <= 0n) faults.push({ pointer: '/pot/amount', message: 'must be more than nothing' });
  if (draft.closesAt <= now) faults.push({ pointer: '/closesAt', message: `must be later than ${now.toISOString()}` });
  if (maxChoices > options) faults.push({ pointer: '/maxChoices', message: `must be at most ${options}, the number of options` });
  if (minChoices > maxChoices) faults.push({ pointer: '/minChoices', message: `must be at most ${maxChoices}` });
  if (faults.length) throw badFields(faults);
  return {
    title: draft.title.trim(),
    question: draft.question?.trim() ?? '',
    method: 'approval',
    minChoices,
    maxChoices,
    potMinor: draft.pot.minor,
    currency: draft.pot.currency,
    rule: draft.rule ?? 'mes_cost_add1u',
    incrementMinor: draft.incrementMinor ?? null,
    tieRule: draft.tieRule ?? 'cost_votes_lot',
    lateJoiners: draft.lateJoiners ?? 'admitted',
    anonymous: draft.anonymous ?? true,
    quorum: draft.quorum ?? 0,
    noticeHours: draft.noticeHours ?? DEFAULT_NOTICE_HOURS,
    closesAt: draft.closesAt,
  };
}
