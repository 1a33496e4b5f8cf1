import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { Mailer, type Tx } from '#platform';
import { voidMail } from '../rules/void-mail.js';
import { BallotsStore } from '../store/ballots.store.js';
import { VotesStore } from '../store/votes.store.js';

/** Mails those who voted in a vote that is void. */
@Injectable()
export class TellVoters {
  constructor(
    private readonly ballots: BallotsStore,
    private readonly votes: VotesStore,
    private readonly accounts: Accounts,
    private readonly mailer: Mailer,
  ) {}

  async ofVoid(tx: Tx, eventId: string, ballotId: string): Promise<void> {
    const ballot = await this.ballots.byId(tx, eventId, ballotId);
    if (!ballot?.voided_because) return;
    for (const { account_id } of await this.votes.voters(tx, ballotId)) {
      const to = await this.accounts.mailOf(tx, account_id);
      if (to) await this.mailer.send(tx, { to: to.email, ...voidMail(to.locale, ballot.title, ballot.voided_because) });
    }
  }
}
