import { VotesStore } from '../libs/voting/store/votes.store.js';
import { type Name, type Parts, type Scenario, bearer, counters, signed } from './contender.js';
import { CALLERS, EVENT, callerId, pollId, proposalId } from './database.js';
import { type Call, keepBusy, overHttp } from './load.js';
import { Bare, VOTE_WITH_COUNTER, castOfBench } from './statements.js';

/**
 * Ballots in one vote: spread over all its proposals, and all for the same one. Every one changes what its voter cast before. The floor
 * of the first is the product's own statement with one cast; that of the second keeps a counter in the row everybody votes for.
 */
export function castScenarios({ pool, ports, proposals }: Parts): Scenario[] {
  const done = counters();
  const next = (who: Name): { caller: number; number: number } => {
    const n = done[who]++;
    return { caller: 1 + (n % CALLERS), number: 1 + ((n + Math.floor(n / CALLERS)) % proposals) };
  };
  const votes = new VotesStore();
  const db = new Bare(pool);
  const reference = (poll: string | null, choices: (number: number) => number[]) => ({
    name: 'reference' as const,
    run: (seconds: number) =>
      overHttp(ports.reference, seconds, (): Call => {
        const { caller, number } = next('reference');
        return {
          method: 'POST',
          path: poll ? '/cast' : '/hot',
          headers: signed(caller),
          body: JSON.stringify({ choices: choices(number) }),
        };
      }),
  });
  const product = (choices: (number: number) => number[]) => ({
    name: 'product' as const,
    run: (seconds: number) =>
      overHttp(ports.product, seconds, (): Call => {
        const { caller, number } = next('product');
        return {
          method: 'PUT',
          path: `/api/v1/events/${EVENT.slug}/ballots/${pollId('product')}/my-ballot`,
          headers: bearer(caller),
          body: JSON.stringify({ choices: choices(number).map(proposalId) }),
        };
      }),
  });
  const one = (number: number): number[] => [number];
  // Beside the hot one each ballot names another proposal, or it would be the same as before.
  const hot = (number: number): number[] => [1, 2 + (number % (proposals - 1))];
  return [
    {
      name: 'cast',
      title: `1 cast, ${proposals} proposals`,
      goal: 0.4,
      contenders: [
        {
          name: 'floor',
          run: (seconds) =>
            keepBusy(seconds, async () => {
              const { caller, number } = next('floor');
              const [outcome] = await votes.castTogether(db, [castOfBench(pollId('floor'), callerId(caller), one(number))]);
              return outcome?.outcome === 'cast' || outcome?.outcome === 'changed';
            }),
        },
        reference(pollId('reference'), one),
        product(one),
      ],
    },
    {
      name: 'hot',
      title: '2 cast, 1 hot proposal',
      goal: 1.5,
      against: { scenario: 'cast', throughput: 0.8, p99: 2 },
      contenders: [
        {
          name: 'floor',
          run: (seconds) =>
            keepBusy(seconds, async () => {
              const { caller } = next('floor');
              await pool.query({ name: 'hot', text: VOTE_WITH_COUNTER, values: [callerId(caller), proposalId(1)] });
              return true;
            }),
        },
        reference(null, hot),
        product(hot),
      ],
    },
  ];
}
