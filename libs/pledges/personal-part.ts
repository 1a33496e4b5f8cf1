import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Bond, type PersonalPart, PersonalParts } from '#accounts';
import { Clock, wire } from '#kernel';
import type { Db } from '#platform';
import { OPEN_TO_CHANGE, UNDER_WAY } from './domain/pledge.js';
import { type OwnPledgeRow, PledgesStore } from './store/pledges.store.js';

/** Nobody leaves while money of theirs is under way; what they pledged they may take away. */
@Injectable()
export class PledgesOfAPerson implements PersonalPart, OnModuleInit {
  readonly name = 'pledges';

  constructor(
    private readonly parts: PersonalParts,
    private readonly pledges: PledgesStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async bondsOf(db: Db, accountId: string): Promise<Bond[]> {
    const rows = await this.pledges.ownIn(db, accountId, UNDER_WAY);
    return rows.map((row) => this.bondOf(row));
  }

  async takeaway(db: Db, accountId: string): Promise<object[]> {
    const rows = await this.pledges.ownIn(db, accountId, null);
    return rows.map((p) => ({
      campaign: p.title,
      reference: p.reference,
      state: p.state,
      amount: wire(p.amount_minor, p.currency),
      feeCovered: wire(p.fee_cover_minor, p.currency),
      refunded: wire(p.refunded_minor, p.currency),
      method: p.method,
      display: p.display,
      organisation: p.organisation_name && { name: p.organisation_name, address: p.organisation_address, po: p.organisation_po },
      madeAt: p.made_at.toISOString(),
    }));
  }

  private bondOf(row: OwnPledgeRow): Bond {
    const about = row.title;
    const page = `/pledges/${row.id}`;
    if (OPEN_TO_CHANGE.includes(row.state) && row.live && this.clock.now() <= row.deadline_at)
      return { code: 'PLEDGE_OPEN', about, page, says: `You have a pledge to “${about}”: withdraw it first.` };
    return { code: 'PLEDGE_UNDER_WAY', about, page, says: `Money of your pledge to “${about}” is under way: that has to end first.` };
  }
}
