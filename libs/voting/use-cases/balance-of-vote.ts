import { Injectable } from '@nestjs/common';
import type { Db } from '#platform';
import { type Balance, balanceOf } from '../rules/result-document.js';
import type { BallotRow } from '../store/ballots.store.js';
import { ElectorsStore } from '../store/electors.store.js';
import { PaperCodesStore } from '../store/paper-codes.store.js';
import { VotesStore } from '../store/votes.store.js';

/** Who could vote and who did, in numbers that add up: eligible = voted + not voted, voted = counted + set aside, codes issued = used + void + unused. */
@Injectable()
export class BalanceOfVote {
  constructor(
    private readonly electors: ElectorsStore,
    private readonly votes: VotesStore,
    private readonly paper: PaperCodesStore,
  ) {}

  async of(db: Db, ballot: BallotRow): Promise<Balance> {
    const electors = await this.electors.count(db, ballot.id);
    const codes = await this.paper.report(db, ballot.id);
    const balance = balanceOf({
      // A vote from a file has no electors of ours; those it names are all it tells. A printed code is as good as an elector until it is void.
      eligible: (electors || ballot.electorate_size!) + codes.issued - codes.void,
      ...(await this.votes.counted(db, ballot.id)),
      setAside: await this.votes.setAside(db, ballot.id),
    });
    return codes.issued ? { ...balance, codes } : balance;
  }
}
