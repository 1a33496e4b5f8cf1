import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { Clock, type Id, type Money, money, newId, newReference } from '#kernel';
import { pledgeCommitted } from '#ledger';
import { Database, type Db, type Tx, UnitOfWork, currentContext } from '#platform';
import { refuseOutside } from '../domain/bounds.js';
import { coverFor } from '../domain/fee-cover.js';
import type { Display } from '../domain/pledge.js';
import { refuse } from '../domain/pledge.refusals.js';
import { type NewPledge, makePledge } from '../store/make-pledge.statement.js';
import { PledgesStore } from '../store/pledges.store.js';
import { WishesStore } from '../store/wishes.store.js';
import { PledgeMails } from '../mails/pledge-mails.js';
import { ExpectTransfer } from './expect-transfer.js';

export interface PledgeWish {
  campaignId: string;
  tierId: string | null;
  amount: Money;
  display: Display;
  method: 'card' | 'transfer';
  coverFee: boolean;
  organisation: { name: string; address: string | null; po: string | null } | null;
  guest: { name: string; email: string; locale: 'en' | 'fr' } | null;
  /** Proposals that matter to the backer; undefined rather than empty. */
  wishes?: readonly string[];
}

/**
 * A backer pledges, as a member or as a guest. A member with a card costs one round trip and no transaction of ours:
 * everything is in the one statement. A guest's account, the expectation of a transfer, or wishes are written beside it.
 */
@Injectable()
export class MakePledge {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly pledges: PledgesStore,
    private readonly expectTransfer: ExpectTransfer,
    private readonly mails: PledgeMails,
    private readonly wishes: WishesStore,
  ) {}

  /**
   * Answers the pledge made, or the one that the same key made before (PLG-5). Refuses CAMPAIGN_NOT_LIVE, CAMPAIGN_CLOSED,
   * TIER_SOLD_OUT, TARGET_REACHED, BACKER_CAP, PLEDGE_TOO_SMALL, PLEDGE_WISH_UNKNOWN, PLEDGE_WRONG_CURRENCY, PLEDGE_KEY_REUSED and, without an account, GUEST_NEEDS_MAIL.
   */
  async execute(
    wish: PledgeWish,
    backerId: Id<'account'> | undefined,
    clientKey: string,
  ): Promise<{ pledgeId: string; replayed: boolean }> {
    if (backerId && wish.method === 'card' && !wish.wishes)
      return this.reserve(this.database, wish, backerId, clientKey, this.clock.now(), false);
    return this.unitOfWork.run(async (tx) => {
      const backer = backerId ?? (await this.guestOf(tx, wish));
      const made = await this.reserve(tx, wish, backer, clientKey, tx.now, backerId === undefined);
      if (wish.wishes && !made.replayed) await this.wishes.note(tx, made.pledgeId, wish.wishes);
      if (wish.method === 'transfer' && !made.replayed) await this.awaitTransfer(tx, made.pledgeId);
      return made;
    });
  }

  private async awaitTransfer(tx: Tx, pledgeId: string): Promise<void> {
    const pledge = await this.pledges.lock(tx, pledgeId);
    await this.expectTransfer.of(tx, pledge);
    await this.mails.awaited(tx, pledge);
  }

  private guestOf(tx: Tx, { guest }: PledgeWish): Promise<Id<'account'>> {
    if (!guest) throw refuse.GUEST_NEEDS_MAIL();
    return this.accounts.ensureByEmail(tx, guest);
  }

  private reserve(
    db: Db,
    wish: PledgeWish,
    backerId: Id<'account'>,
    clientKey: string,
    now: Date,
    isGuest: boolean,
  ): Promise<{ pledgeId: string; replayed: boolean }> {
    const { actorId } = currentContext();
    const cover = wish.coverFee && wish.method === 'card' ? coverFor(wish.amount) : money(0n, wish.amount.currency);
    refuseOutside(wish.amount, wish.method, cover.minor);
    const pledge: NewPledge = {
      id: newId(),
      campaignId: wish.campaignId,
      tierId: wish.tierId,
      backerId,
      clientKey,
      requestHash: hashOf(wish),
      reference: newReference(),
      method: wish.method,
      amountMinor: wish.amount.minor,
      coverMinor: cover.minor,
      currency: wish.amount.currency,
      display: wish.display,
      organisation: wish.organisation,
    };
    // Only its lines are used: event and day are known to the statement.
    const memo = pledgeCommitted({ eventId: '' as Id<'event'>, on: '', id: pledge.id, amount: wish.amount });
    return makePledge(db, pledge, memo, { now, actorId, isGuest });
  }
}

/** What makes two requests the same one: everything the backer said. */
const hashOf = (wish: PledgeWish): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(wish, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
    .digest();
