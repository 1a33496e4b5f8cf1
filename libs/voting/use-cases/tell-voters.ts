import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { Mailer, type Tx } from '#platform';
import { notOpenedMail } from '../rules/not-opened-mail.js';
import { setAsideMail, voidMail, withdrawnMail } from '../rules/void-mail.js';
import { BallotsStore } from '../store/ballots.store.js';
import { VotesStore } from '../store/votes.store.js';

/** Mails about a vote: to those who voted in it, and to whoever declared it. */
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

  /** A vote was to open by itself and could not; `code` of the refusal. */
  async ofNoOpening(tx: Tx, declaredBy: string, title: string, code: string): Promise<void> {
    const to = await this.accounts.mailOf(tx, declaredBy);
    if (to) await this.mailer.send(tx, { to: to.email, ...notOpenedMail(to.locale, title, code) });
  }

  /** Two people have voided somebody's ballot (VOT-11). */
  async ofVoiding(tx: Tx, eventId: string, ballotId: string, accountId: string, because: string): Promise<void> {
    const ballot = await this.ballots.byId(tx, eventId, ballotId);
    const to = await this.accounts.mailOf(tx, accountId);
    if (ballot && to) await this.mailer.send(tx, { to: to.email, ...setAsideMail(to.locale, ballot.title, because) });
  }

  /** A proposal was taken off an open vote; whoever chose it can choose something else (PRP-4). */
  async ofWithdrawal(tx: Tx, title: string, proposal: string, accountIds: readonly string[]): Promise<void> {
    for (const accountId of accountIds) {
      const to = await this.accounts.mailOf(tx, accountId);
      if (to) await this.mailer.send(tx, { to: to.email, ...withdrawnMail(to.locale, title, proposal) });
    }
  }
}
