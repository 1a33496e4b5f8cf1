import { Injectable } from '@nestjs/common';
import { Clock, wire } from '#kernel';
import { Payments } from '#payments';
import { Database, UnitOfWork } from '#platform';
import { nextReminder } from '../domain/dunning.js';
import { type PledgeState, RECOVERABLE } from '../domain/pledge.js';
import { PledgeMails } from '../mails/pledge-mails.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { PledgesStore } from '../store/pledges.store.js';
import { ExpectTransfer } from './expect-transfer.js';
import { MovePledge } from './move-pledge.js';

const AT_ONCE = 200;
const LAPSING: readonly PledgeState[] = ['collecting', 'awaiting_transfer', ...RECOVERABLE];

/** Tries declined cards again when their time has come, and lets go of what could not be collected (DUN-2, DUN-5). */
@Injectable()
export class ChasePledges {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly campaigns: CampaignsStore,
    private readonly pledges: PledgesStore,
    private readonly payments: Payments,
    private readonly mails: PledgeMails,
    private readonly transfers: ExpectTransfer,
    private readonly move: MovePledge,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    for (const { id } of await this.pledges.lapsing(this.database, now, AT_ONCE)) await this.lapse(id);
    for (const { id } of await this.pledges.dueReminders(this.database, now, AT_ONCE)) await this.remind(id);
    for (const { id } of await this.pledges.dueForTry(this.database, now, AT_ONCE)) await this.tryAgain(id);
  }

  /** The plan's row and the new attempt are one transaction: a next try is due once. Not while the backer is paying. */
  private async tryAgain(id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const pledge = await this.pledges.lock(tx, id);
      if (pledge.state !== 'retrying' || !pledge.next_try_at || pledge.next_try_at > tx.now) return;
      if ((await this.payments.openVisits(tx, 'pledge', [id])) > 0) return;
      await this.pledges.move(tx, id, 'retrying', 'retrying', { lapses_at: pledge.lapses_at });
      await this.payments.chargeAgain(tx, { kind: 'pledge', id });
    });
  }

  /** The mail and the next date are one transaction: each reminder is sent once. */
  private async remind(id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const pledge = await this.pledges.lock(tx, id);
      const campaign = await this.campaigns.byId(tx, pledge.campaign_id);
      const kind = pledge.state;
      if (!campaign || (kind !== 'needs_authentication' && kind !== 'needs_new_method') || !pledge.remind_at || pledge.remind_at > tx.now)
        return;
      await this.pledges.remind(tx, id, nextReminder(pledge.collecting_since ?? tx.now, tx.now, campaign.time_zone) ?? null);
      await this.mails.needsAction(tx, pledge, kind, pledge.lapses_at ?? campaign.deadline_at);
    });
  }

  /** Lapses only once no visit and no attempt can still bring the money. */
  private async lapse(id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const pledge = await this.pledges.lock(tx, id);
      if (!LAPSING.includes(pledge.state)) return;
      if ((await this.payments.openVisits(tx, 'pledge', [id])) > 0) return this.payments.endVisits(tx, 'pledge', [id]);
      if (await this.payments.isBusy(tx, { kind: 'pledge', id })) return;
      await this.move.to(tx, pledge, 'lapsed', { reason: pledge.last_code ?? 'not collected' });
      if (pledge.method === 'transfer') await this.transfers.noMore(tx, pledge);
      await this.payments.abandon(tx, { kind: 'pledge', id });
      await this.payments.forgetMethods(tx, 'pledge', [id]);
      const body = { pledgeId: id, campaignId: pledge.campaign_id, ...wire(pledge.amount_minor, pledge.currency) };
      await tx.fact({ type: 'PledgeLapsed', eventId: pledge.event_id, body });
      await this.mails.lapsed(tx, pledge);
    });
  }
}
