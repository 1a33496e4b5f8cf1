import { Injectable } from '@nestjs/common';
import { type Id, type Money, money, newId, wire } from '#kernel';
import { type Db, type EventScope, type Tx } from '#platform';
import type { ProposalState } from './domain/proposal.js';
import { ProposalSetsStore } from './store/proposal-sets.store.js';
import { type ProposalRow, ProposalsStore } from './store/proposals.store.js';
import { SupportsStore } from './store/supports.store.js';
import { MoveProposal } from './use-cases/move-proposal.js';

/** What a vote needs to know of a proposal. */
export interface BallotOption {
  proposalId: string;
  title: string;
  cost: Money;
  state: ProposalState;
  publishedAt: Date;
  /** Since then the price has been public and fixed. */
  pricesFrozenAt: Date;
}

/** What other modules may ask about proposals, and what votes do to them. */
@Injectable()
export class Proposals {
  constructor(
    private readonly store: ProposalsStore,
    private readonly sets: ProposalSetsStore,
    private readonly supports: SupportsStore,
    private readonly moveProposal: MoveProposal,
  ) {}

  /** The costed proposals among these ids, in no order; what is missing is not costed or not of this event. */
  async ballotOptions(db: Db, eventId: string, ids: readonly string[]): Promise<BallotOption[]> {
    const rows = await this.sets.costed(db, eventId, ids);
    return rows.map((r) => ({
      proposalId: r.id,
      title: r.title,
      cost: money(r.cost_minor, r.currency),
      state: r.state,
      publishedAt: r.published_at,
      pricesFrozenAt: r.prices_frozen_at,
    }));
  }

  /** How many people support the same ones among these proposals: groups without a name, those first that support fewest. */
  supportGroups(db: Db, eventId: string, ids: readonly string[]): Promise<{ proposalIds: string[]; people: number }[]> {
    return this.supports.groups(db, eventId, ids);
  }

  /** From now on neither text nor price changes. Refuses WRONG_STATE unless all are shortlisted. */
  async putOnBallot(tx: Tx, eventId: string, ids: readonly string[]): Promise<void> {
    for (const p of await this.locked(tx, eventId, ids)) await this.moveProposal.to(tx, p, 'on_ballot');
  }

  /** The vote is void or missed its quorum: they may stand on another ballot. */
  async takeOffBallot(tx: Tx, eventId: string, ids: readonly string[], because: string): Promise<void> {
    for (const p of await this.locked(tx, eventId, ids))
      if (p.state === 'on_ballot') await this.moveProposal.to(tx, p, 'shortlisted', { because });
  }

  /** What the vote decided. Proposals that were withdrawn meanwhile stay as they are. */
  async recordOutcome(
    tx: Tx,
    eventId: string,
    outcome: { ballotId: string; funded: readonly string[]; notFunded: readonly string[] },
  ): Promise<void> {
    const funded = new Set(outcome.funded);
    for (const p of await this.locked(tx, eventId, [...outcome.funded, ...outcome.notFunded])) {
      if (p.state !== 'on_ballot') continue;
      const body = { proposalId: p.id, ballotId: outcome.ballotId };
      if (funded.has(p.id)) {
        await this.moveProposal.to(tx, p, 'funded');
        await tx.fact({
          type: 'ProposalFunded',
          eventId: p.event_id,
          body: { ...body, title: p.title, cost: wire(p.cost_minor!, p.currency) },
        });
      } else {
        await this.moveProposal.to(tx, p, 'not_funded');
        await tx.fact({ type: 'ProposalNotFunded', eventId: p.event_id, body });
      }
    }
  }

  /** Proposals of a finished vote from elsewhere, already on its ballot. Answers their ids in the order given. */
  async importOnBallot(tx: Tx, scope: EventScope, authorId: string, options: readonly { title: string; cost: Money }[]): Promise<string[]> {
    const rows = options.map(({ title, cost }) => ({ id: newId(), title, costMinor: cost.minor }));
    await this.sets.add(tx, scope, authorId, rows);
    await tx.audit({
      action: 'proposals imported',
      eventId: scope.eventId,
      subjectKind: 'event',
      subjectId: scope.eventId,
      details: { count: rows.length },
    });
    return rows.map((row) => row.id);
  }

  private locked(tx: Tx, eventId: string, ids: readonly string[]): Promise<ProposalRow[]> {
    return this.store.lockAll(tx, eventId as Id<'event'>, ids);
  }
}
