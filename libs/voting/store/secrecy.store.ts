import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';

/** What is forgotten when a vote ends (VOT-7, VOT-10). */
@Injectable()
export class SecrecyStore {
  /** The rest of this transaction may take as long as an export (spec/reliability.md §5 rule 13): all ballots of the vote are written anew. */
  async takeTime(tx: Tx): Promise<void> {
    await tx.run(`set local statement_timeout = '60s'`);
  }

  /** After the link to people is cut: also the order in which ballots came, their paper codes, and the content of those set aside. */
  async forgetOrder(tx: Tx, ballotId: string): Promise<void> {
    await tx.query('select voting.forget_order($1)', [ballotId]);
  }

  /** Traces lose their ballots, whether or not the vote is secret. */
  async forgetLinks(tx: Tx, ballotId: string): Promise<void> {
    await tx.query('select voting.forget_links($1)', [ballotId]);
  }

  /** Open votes in which somebody has cast a ballot that counts. */
  async openBallotsOf(tx: Tx, accountId: string): Promise<string[]> {
    const rows = await tx.query<{ ballot_id: string }>(
      `select v.ballot_id from voting.vote v join voting.ballot b on b.id = v.ballot_id where v.account_id = $1 and b.state = 'open' and v.set_aside is null order by v.ballot_id`,
      [accountId],
    );
    return rows.map((r) => r.ballot_id);
  }

  /** Takes the ballot of an erased person back: it is set aside and its content is gone. Nothing happens once the vote is closed. */
  withdraw(tx: Tx, ballotId: string, accountId: string): Promise<number> {
    return tx.run(
      `update voting.vote v set set_aside = 'erased', choices = '{}', points = null, reason = null, receipt_code = null from voting.ballot b
       where b.id = v.ballot_id and b.state = 'open' and v.ballot_id = $1 and v.account_id = $2 and v.set_aside is null`,
      [ballotId, accountId],
    );
  }
}
