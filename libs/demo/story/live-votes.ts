import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '#platform';
import type { Api } from './api.js';
import { castBallots, moveToPhase, openBallot, type Team } from './gathering.js';
import { until } from './outside.js';

const DAY_MS = 86_400_000;
const FIRST_VOTE = 10;

/** One vote that is over, counted and explained, and one that is open for whoever takes the tour. */
export async function seedVotes(
  app: INestApplicationContext,
  slug: string,
  team: Team,
  voters: readonly Api[],
  proposals: readonly string[],
  now: Date,
): Promise<void> {
  await moveToPhase(slug, team, 'voting');
  const first = proposals.slice(0, FIRST_VOTE);
  const closesAt = new Date(now.getTime() + 14 * DAY_MS);
  const over = await openBallot(slug, team, first, { title: 'What the money should buy', closesAt });
  await castBallots(slug, over, voters, first);
  await team.organiser.post(`events/${slug}/ballots/${over}/close`);
  const open = await openBallot(slug, team, proposals.slice(FIRST_VOTE), {
    title: 'And if there is more?',
    closesAt,
    lateJoiners: 'admitted',
  });
  await castBallots(slug, open, voters.slice(4, 9), proposals.slice(FIRST_VOTE));
  const database = app.get(Database, { strict: false });
  await until(
    'the count',
    async () => (await database.one<{ lines: number }>('select count(*)::int as lines from ledger.budget_line')).lines > 0,
  );
}
