import { createHash, randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { newId } from '#kernel';
import { type Cast, type CastDecision, VotesStore } from '../../libs/voting/store/votes.store.js';
import { type Voter, VotingWorld } from '../support/voting-world.js';

/** A cast as it is drawn: by whom, whether with a printed code, into what, and for which options. */
interface Drawn {
  who: number;
  paper: boolean;
  into: 'open' | 'open late' | 'draft' | 'nothing';
  choices: number[];
  traced: boolean;
}

interface Twin {
  open: string;
  draft: string;
}

const VOTERS = 8;
const LATECOMERS = 2;
const CODES = ['unused', 'unused', 'unused', 'online', 'paper', 'void'];
const DAY_MS = 86_400_000;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const drawn: fc.Arbitrary<Drawn> = fc.record({
  who: fc.nat(VOTERS + LATECOMERS - 1),
  paper: fc.boolean(),
  into: fc.constantFrom('open', 'open', 'open', 'open', 'open', 'open late', 'draft', 'nothing'),
  choices: fc.subarray([1, 2, 3, 4]),
  traced: fc.boolean(),
});

describe('Casts that come together', () => {
  let v: VotingWorld;
  let voters: Voter[];
  beforeAll(async () => {
    v = await VotingWorld.start();
    voters = await v.voters(VOTERS);
  });
  afterAll(() => v.close());

  /** A vote in which the first voter's ballot is set aside, the fourth option withdrawn, and some printed codes are used. */
  async function twin(lateJoiners: string): Promise<Twin> {
    const { database } = v.world;
    const [open, draft] = [await v.opened([1, 2, 3, 4], { lateJoiners }), await v.declared([1, 2, 3, 4])];
    const made = { open: open.id, draft: draft.id };
    for (const [who, choices] of [[1], [4]].entries())
      await v.world.get(VotesStore).castTogether(database, [castOf({ who, paper: false, into: 'open', choices, traced: false }, made)]);
    await database.run(`update voting.vote set set_aside = 'voided' where ballot_id = $1 and account_id = $2`, [
      open.id,
      voters[0]!.account.accountId,
    ]);
    await database.run('update voting.ballot_option set withdrawn_at = $2 where ballot_id = $1 and position = 4', [
      open.id,
      v.world.clock.now(),
    ]);
    for (const [n, state] of CODES.entries())
      await database.run(`insert into voting.paper_code (ballot_id, serial, hash, state) values ($1, $2, decode($3, 'hex'), $4)`, [
        open.id,
        n + 1,
        hash(`code ${n}`),
        state,
      ]);
    return made;
  }

  function castOf({ who, paper, into, choices, traced }: Drawn, { open, draft }: Twin): Cast & { now: Date } {
    const receipt = randomBytes(16).toString('hex');
    return {
      ...{ ballotId: into === 'draft' ? draft : into === 'nothing' ? newId() : open, eventId: v.eventId, voteId: randomUUID() },
      by: paper ? { codeHash: hash(`code ${who % (CODES.length + 1)}`) } : { accountId: voters[who]!.account.accountId },
      ...{
        ballot: { choices, points: null, reason: null },
        receipt,
        receiptHash: hash(receipt),
        commitment: hash(`commitment ${receipt}`),
      },
      ...{ network: traced ? hash('network') : null, device: traced ? hash('device') : null },
      now: new Date(v.world.clock.now().getTime() + (into === 'open late' ? 2 * DAY_MS : 0)),
    };
  }

  /** Everything that is kept of a vote, without what is drawn anew for each cast. */
  const keptOf = ({ open }: Twin) =>
    v.world.database.query(
      // The sealer is at work meanwhile.
      `with commitments as (select receipt_hash from voting.unsealed where ballot_id = $1 union all select receipt_hash from voting.seal where ballot_id = $1)
       select v.account_id, v.code_serial, v.choices, v.version, v.set_aside, t.network is not null as traced,
         (select count(*)::int from commitments c) as commitments,
         (select count(*)::int from commitments c where c.receipt_hash = v.receipt_hash) as of_this,
         (select t.voters + (select count(*) from voting.unsealed u where u.ballot_id = $1 and first)::int from voting.turnout_tally t where t.ballot_id = $1) as voters,
         (select count(*)::int from voting.elector e where e.ballot_id = v.ballot_id) as electors,
         (select array_agg(c.state order by serial) from voting.paper_code c where c.ballot_id = v.ballot_id) as codes
       from voting.vote v left join voting.trace t on t.ballot_id = v.ballot_id and t.vote_id = v.id
       where v.ballot_id = $1 order by v.account_id, v.code_serial`,
      [open],
    );

  it.each(['admitted', 'refused'])(
    'are answered and kept as if they had come one by one, whatever each is; latecomers are %s (VOT-3)',
    async (lateJoiners) => {
      const [together, apart] = [await twin(lateJoiners), await twin(lateJoiners)];
      voters = [...voters.slice(0, VOTERS), ...(await v.voters(LATECOMERS))];
      const votes = v.world.get(VotesStore);
      const told = ({ outcome, version }: CastDecision) => ({ outcome, version });
      const outcomes = new Set<string>();
      const someTogether = async (some: Drawn[]): Promise<void> => {
        const casts = some.map((one) => castOf(one, together));
        const decisions = await votes.castTogether(v.world.database, casts);
        const expected: CastDecision[] = [];
        for (const one of some) expected.push(...(await votes.castTogether(v.world.database, [castOf(one, apart)])));
        expect(decisions.map(told)).toEqual(expected.map(told));
        for (const [n, { outcome, receipt }] of decisions.entries()) {
          outcomes.add(outcome);
          if (outcome === 'cast' || outcome === 'changed') expect(receipt).toBe(casts[n]!.receipt);
          // A receipt in clear is not said of a ballot that is another's.
          if (expected[n]!.receipt === null) expect(receipt).toBeNull();
        }
        expect(await keptOf(together)).toEqual(await keptOf(apart));
      };
      await fc.assert(fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 14 }), someTogether), {
        numRuns: 60,
        endOnFailure: true,
      });
      expect([...outcomes].sort()).toEqual([
        'absent',
        'cast',
        'changed',
        'closed',
        'code_used',
        'not_eligible',
        'not_open',
        'same',
        'withdrawn',
      ]);
    },
    120_000,
  );
});
