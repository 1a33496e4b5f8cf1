import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import { type Actor, type EventScope, type Tx, UnitOfWork, accessRefusals, badFields } from '#platform';
import { Proposals } from '#proposals';
import { type BallotDraft, faultsOfDraft, settled } from '../rules/declaration.js';
import type { Declaration, Option } from '../rules/frozen-rules.js';
import { refuse } from '../rules/voting.refusals.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { OptionsStore } from '../store/options.store.js';

const SALT_BYTES = 16;

/** Declares a vote: what may be chosen, how, and by which rule it is counted. Nothing is frozen before it opens (VOT-6). */
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
      const declaration = declare(scope, draft, tx.now);
      await this.ballots.add(tx, id, scope.eventId, declaration, actor.accountId, randomBytes(SALT_BYTES), draft.opensAt);
      await this.options.replace(tx, { id, event_id: scope.eventId, currency: scope.currency }, await this.optionsOf(tx, scope, draft));
      await tx.audit({ action: 'ballot declared', eventId: scope.eventId, subjectKind: 'ballot', subjectId: id, to: 'draft' });
      return id;
    });
  }

  /** The same vote with other rules, as long as it is a draft. A secret vote stays one (VOT-7). */
  change(scope: EventScope, id: string, draft: BallotDraft): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const ballot = await this.draftOf(tx, scope, id);
      const declaration = declare(scope, draft, tx.now);
      if (ballot.anonymous && !declaration.anonymous)
        throw badFields([{ pointer: '/anonymous', message: 'must stay true: a secret vote cannot become a named one' }]);
      await this.ballots.redeclare(tx, ballot, declaration, draft.opensAt);
      await this.options.replace(tx, ballot, await this.optionsOf(tx, scope, draft));
    });
  }

  private async draftOf(tx: Tx, scope: EventScope, id: string): Promise<BallotRow> {
    const ballot = await this.ballots.lock(tx, scope.eventId, id);
    if (!ballot) throw accessRefusals.NOT_FOUND();
    if (ballot.state !== 'draft') throw refuse.RULES_LOCKED({ state: ballot.state });
    return ballot;
  }

  private async optionsOf(tx: Tx, scope: EventScope, { proposalIds = [], options = [] }: BallotDraft): Promise<Option[]> {
    const own = options.map(({ title, startsAt }): Option => ({
      ...{ optionId: newId(), proposalId: null, title: title.trim(), cost: null, startsAt: startsAt ?? null, publishedAt: null },
    }));
    const found = proposalIds.length ? await this.proposals.ballotOptions(tx, scope.eventId, proposalIds) : [];
    const missing = proposalIds.filter((wanted) => !found.some((o) => o.proposalId === wanted));
    if (missing.length) throw refuse.OPTIONS_NOT_READY({ proposals: missing });
    return [...own, ...found.map((o): Option => ({ ...o, optionId: o.proposalId, startsAt: null }))];
  }
}

function declare(scope: EventScope, draft: BallotDraft, now: Date): Declaration {
  const faults = faultsOfDraft(draft, scope, now);
  if (faults.length) throw badFields(faults);
  return settled(draft, scope.currency);
}
