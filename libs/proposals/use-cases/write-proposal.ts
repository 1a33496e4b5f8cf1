import { Injectable } from '@nestjs/common';
import { PromoteSpark } from '#events';
import { newId } from '#kernel';
import { type Actor, type EventScope, type Tx, UnitOfWork, accessRefusals, badFields } from '#platform';
import { BEFORE_BALLOT, editMakesVersion } from '../domain/proposal.js';
import { DEFAULT_BOUNDS, faultsOfText } from '../domain/proposal-text.js';
import { proposalEdited } from '../domain/proposals.facts.js';
import { refuse } from '../domain/proposals.refusals.js';
import { type ProposalRow, ProposalsStore } from '../store/proposals.store.js';
import { MoveProposal } from './move-proposal.js';

export interface ProposalDraft {
  title: string;
  body: string;
  sparkId?: string;
  publish?: boolean;
}

/** Writes a proposal, from a spark or from nothing, and changes its text (PRP-2, PRP-3). */
@Injectable()
export class WriteProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly proposals: ProposalsStore,
    private readonly moveProposal: MoveProposal,
    private readonly promotion: PromoteSpark,
  ) {}

  create(actor: Actor, scope: EventScope, draft: ProposalDraft): Promise<ProposalRow> {
    return this.unitOfWork.run(async (tx) => {
      const text = { title: draft.title.trim(), body: draft.body.trim() };
      await this.refuseFaults(tx, scope, text);
      const id = newId();
      const sparkId = draft.sparkId ?? null;
      await this.proposals.add(tx, scope.eventId, { ...text, id, authorId: actor.accountId, sparkId, currency: scope.currency });
      if (sparkId) await this.promotion.toProposal(tx, scope.eventId, sparkId, id);
      const made = await this.moveProposal.lock(tx, scope.eventId, id);
      return draft.publish ? this.moveProposal.to(tx, made, 'published') : made;
    });
  }

  /** Free for five minutes after publishing; later each edit makes a version (PRP-3). Locked once it is on a ballot. */
  edit(actor: Actor, scope: EventScope, id: string, edit: { version: number; title?: string; body?: string }): Promise<ProposalRow> {
    return this.unitOfWork.run(async (tx) => {
      const p = await this.moveProposal.lock(tx, scope.eventId, id);
      if (p.author_id !== actor.accountId) throw p.state === 'draft' ? accessRefusals.NOT_FOUND() : accessRefusals.NOT_ALLOWED();
      if (!BEFORE_BALLOT.includes(p.state)) throw refuse.PROPOSAL_LOCKED({ state: p.state });
      if (p.version !== edit.version) throw refuse.PROPOSAL_EDITED_MEANWHILE({ version: p.version });
      const text = { title: (edit.title ?? p.title).trim(), body: (edit.body ?? p.body).trim() };
      await this.refuseFaults(tx, scope, text);
      const newVersion = editMakesVersion(p.published_at, tx.now);
      const changed = { ...p, ...text, version: newVersion ? p.version + 1 : p.version };
      if (newVersion) await this.proposals.keepVersion(tx, p, p.author_id);
      await this.proposals.setText(tx, p, text.title, text.body, changed.version);
      if (newVersion) {
        await this.proposals.keepVersion(tx, changed, actor.accountId);
        await tx.fact(proposalEdited(scope.eventId, id, changed.version));
      }
      return changed;
    });
  }

  private async refuseFaults(tx: Tx, scope: EventScope, text: { title: string; body: string }): Promise<void> {
    const faults = faultsOfText(text, (await this.proposals.bounds(tx, scope.eventId)) ?? DEFAULT_BOUNDS);
    if (faults.length) throw badFields(faults);
  }
}
