import { Injectable } from '@nestjs/common';
import { Payments } from '#payments';
import { Database, UnitOfWork, refusingOn } from '#platform';
import { RECOVERABLE } from '../domain/pledge.js';
import { refuse } from '../domain/pledge.refusals.js';
import { PledgesStore } from '../store/pledges.store.js';
import { giverOf } from './expect-transfer.js';

/**
 * The backer of a declined pledge pays now, on the hosted page (DUN-3, DUN-4). The off-session intent is canceled first,
 * because only one may live; if Stripe refuses because it was paid meanwhile, that stands and no page is opened.
 */
@Injectable()
export class RecoverPledge {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly pledges: PledgesStore,
    private readonly payments: Payments,
  ) {}

  /** Answers the page's address, or `collected` when there is nothing left to pay. Refuses NOTHING_TO_RECOVER and PAYMENT_BUSY. */
  async execute(pledgeId: string): Promise<{ url: string } | { collected: true }> {
    const source = { kind: 'pledge' as const, id: pledgeId };
    const found = await this.pledges.byId(this.database, pledgeId);
    if (!found || !RECOVERABLE.includes(found.state)) throw refuse.NOTHING_TO_RECOVER({ state: found?.state });
    const open = await this.payments.openVisits(this.database, 'pledge', [pledgeId]);
    if (open === 0) {
      if ((await this.payments.makeWay(source)) === 'paid') return { collected: true };
      await this.plan(pledgeId);
    }
    const url = await this.payments.visitUrl(source);
    if (!url) throw refuse.PAGE_NOT_READY();
    return { url };
  }

  /** The planned retry ends in the same transaction (DUN-3). Two tabs end up at the same visit. */
  private async plan(pledgeId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const pledge = await this.pledges.lock(tx, pledgeId);
      if (!RECOVERABLE.includes(pledge.state)) throw refuse.NOTHING_TO_RECOVER({ state: pledge.state });
      const to = pledge.state;
      await this.pledges.move(tx, pledge.id, to, to, { lapses_at: pledge.lapses_at });
      await refusingOn({ checkout_session_one_open: () => refuse.VISIT_OPEN() }, () =>
        this.payments.planVisit(tx, {
          event_id: pledge.event_id,
          source_kind: 'pledge',
          source_id: pledge.id,
          person_id: pledge.backer_id,
          purpose: 'recover',
          amount_minor: pledge.amount_minor + pledge.fee_cover_minor,
          fee_cover_minor: pledge.fee_cover_minor,
          currency: pledge.currency,
          given_by: giverOf(pledge),
        }),
      );
      await tx.audit({ action: 'recovery begun', eventId: pledge.event_id, subjectKind: 'pledge', subjectId: pledge.id });
    });
  }
}
