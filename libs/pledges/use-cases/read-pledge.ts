import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '#platform';
import { refuse } from '../domain/pledge.refusals.js';
import { type PledgeRow, PledgesStore } from '../store/pledges.store.js';
import { PledgeLinks } from './pledge-links.js';

/** Opens one pledge to its backer, signed in or by its link; to everybody else it does not exist (PLG-1). */
@Injectable()
export class ReadPledge {
  constructor(
    private readonly database: Database,
    private readonly pledges: PledgesStore,
    private readonly links: PledgeLinks,
  ) {}

  /** Refuses PLEDGE_NOT_FOUND. */
  async asBacker(pledgeId: string, actor: Actor | undefined, link: string | undefined): Promise<PledgeRow> {
    const pledge = await this.pledges.byId(this.database, pledgeId);
    if (pledge && (actor?.accountId === pledge.backer_id || this.links.opens(link, pledge))) return pledge;
    throw refuse.PLEDGE_NOT_FOUND();
  }
}
