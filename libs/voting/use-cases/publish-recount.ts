import { Injectable } from '@nestjs/common';
import { type Actor, Database, type EventScope, UnitOfWork } from '#platform';
import { sha256 } from '#voting/count';
import type { KitAnswer } from '../count-in-thread.js';
import { FEWEST_TO_PUBLISH } from '../rules/ballot.js';
import { refuse } from '../rules/voting.refusals.js';
import { PublicationStore } from '../store/publication.store.js';
import { SealsStore } from '../store/seals.store.js';
import { VotesStore } from '../store/votes.store.js';
import { Kits } from './kits.js';
import { type ResultShown, ShowBallots } from './show-ballots.js';

export interface RecountKit {
  rulesText: string;
  rulesHash: string;
  resultText: string;
  resultHash: string;
  ballotFile: string;
  ballotFileHash: string;
  kitHash: string;
  kitResultHash: string;
  commitments: string[];
  casts: number;
  chainHead: string | null;
}

/** The forms in which ballots are published; each vote has one, and rankings BLT besides. */
export type PublishedForm = 'pb' | 'preflib' | 'cat' | 'csv' | 'blt';

const FORM_OF: Readonly<Record<string, PublishedForm>> = {
  pb: 'pb',
  cat: 'cat',
  csv: 'csv',
  soc: 'preflib',
  soi: 'preflib',
  toc: 'preflib',
  toi: 'preflib',
};

/**
 * What a stranger needs to count again. Ballots of fewer than five people, and of votes that publish totals only, go to the two
 * auditors of the vote and to nobody else; that they took them stands in the audit trail.
 */
@Injectable()
export class PublishRecount {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly shown: ShowBallots,
    private readonly kits: Kits,
    private readonly publication: PublicationStore,
    private readonly votes: VotesStore,
    private readonly seals: SealsStore,
  ) {}

  /** The recount kit. Equal for everybody who asks. */
  async zip(viewer: Actor | undefined, scope: EventScope, ballotId: string): Promise<Uint8Array> {
    return (await this.open(viewer, scope, ballotId)).kit.zip;
  }

  /** The ballots alone, in one of the forms that suit them. */
  async file(
    viewer: Actor | undefined,
    scope: EventScope,
    ballotId: string,
    form: PublishedForm,
  ): Promise<{ name: string; bytes: Uint8Array }> {
    const { kit } = await this.open(viewer, scope, ballotId);
    if (form === 'blt' && kit.blt !== null) return { name: 'ballots.blt', bytes: Buffer.from(kit.blt) };
    const published = FORM_OF[kit.ballotFile.split('.').at(-1)!]!;
    if (form !== published) throw refuse.OTHER_BALLOT_FORM({ form: published });
    return { name: kit.ballotFile, bytes: kit.files.get(kit.ballotFile)! };
  }

  async facts(viewer: Actor | undefined, scope: EventScope, ballotId: string): Promise<RecountKit> {
    const { result, kit } = await this.open(viewer, scope, ballotId);
    const head = await this.seals.head(this.database, ballotId);
    return {
      rulesText: result.ballot.rules_text!,
      rulesHash: result.ballot.rules_hash!.toString('hex'),
      resultText: result.text,
      resultHash: result.hash,
      ballotFile: kit.ballotFile,
      ballotFileHash: sha256(kit.files.get(kit.ballotFile)!),
      kitHash: sha256(kit.zip),
      kitResultHash: kit.resultHash,
      commitments: await this.votes.commitments(this.database, ballotId),
      casts: head?.position ?? 0,
      chainHead: head?.hash ?? null,
    };
  }

  private async open(viewer: Actor | undefined, scope: EventScope, ballotId: string): Promise<{ result: ResultShown; kit: KitAnswer }> {
    const result = await this.shown.result(scope, ballotId);
    const withheld = whyWithheld(result);
    if (withheld) await this.asAuditor(viewer, scope, ballotId, withheld);
    return { result, kit: await this.kits.of(scope, result) };
  }

  private async asAuditor(viewer: Actor | undefined, scope: EventScope, ballotId: string, otherwise: Error): Promise<void> {
    const auditors = viewer ? await this.publication.auditors(this.database, ballotId) : [];
    if (!viewer || !auditors.includes(viewer.accountId)) throw otherwise;
    const read = { action: 'ballots read by an auditor', eventId: scope.eventId, subjectKind: 'ballot', subjectId: ballotId };
    await this.unitOfWork.run((tx) => tx.audit(read));
  }
}

function whyWithheld({ ballot, document }: ResultShown): Error | null {
  if (ballot.tallies_only) return refuse.TALLIES_ONLY();
  const ballots = document.balance.counted;
  return ballots < FEWEST_TO_PUBLISH ? refuse.TOO_FEW_TO_PUBLISH({ ballots, fewest: FEWEST_TO_PUBLISH }) : null;
}
