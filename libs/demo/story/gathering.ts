import { type Api, together } from './api.js';
import { POT_PENCE, seededNumbers, type Wish, wishes } from './wishes.js';
import { pounds } from './words.js';

/** The team of one event, each as the API knows them. */
export interface Team {
  admin: Api;
  owner: Api;
  organiser: Api;
  treasurer: Api;
  treasurer2: Api;
  estimator: Api;
  sponsors: Api;
  coordinator: Api;
  volunteer: Api;
}

const TEAM_KEYS = ['owner', 'organiser', 'treasurer', 'treasurer2', 'estimator', 'sponsors', 'coordinator', 'volunteer'] as const;

/** The team by the keys of their addresses. */
export const teamOf = (who: (key: string) => Api, admin: Api): Team => ({
  admin,
  ...(Object.fromEntries(TEAM_KEYS.map((key) => [key, who(key)])) as Omit<Team, 'admin'>),
});

/** Moves the event one phase on. */
export async function moveToPhase(slug: string, team: Team, phase: string): Promise<void> {
  const { version } = await team.organiser.get<{ version: number }>(`events/${slug}`);
  await team.organiser.patch(`events/${slug}`, { version, phase });
}

/** A spark on the open wall, supported until its conversation opens, becomes an event. Answers the event's id. */
export async function sparkAnEvent(
  promoter: Api,
  people: readonly Api[],
  event: { slug: string; name: string; hashtag: string; text: string },
): Promise<string> {
  const spark = await promoter.post<{ id: string }>('sparks', { text: event.text });
  await together(people, (person) => person.post(`sparks/${spark.id}/support`));
  await people[0]?.post(`sparks/${spark.id}/comments`, { text: 'Count me in. A university might lend us a hall.', stance: 'for' });
  const promoted = await promoter.post<{ eventId: string }>(`sparks/${spark.id}/promote`, {
    slug: event.slug,
    name: event.name,
    hashtag: event.hashtag,
    summary: 'A day for everybody who works in, uses or worries about health care: the people in the room decide what is on the table.',
    currency: 'GBP',
    timeZone: 'Europe/London',
  });
  return promoted.eventId;
}

/** Every wish becomes a proposal, is costed by one person and approved by another, and reaches the shortlist. */
export async function proposeAndCost(
  slug: string,
  team: Team,
  people: readonly Api[],
  chosen: readonly Wish[] = wishes,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, wish] of chosen.entries()) {
    const author = people[i % people.length]!;
    const { id } = await author.post<{ id: string }>(`events/${slug}/proposals`, { title: wish.title, body: wish.body, publish: true });
    ids.push(id);
    const liking = people.slice(0, Math.round((wish.liking / 100) * people.length)).filter((person) => person !== author);
    await together(liking, (supporter) => supporter.post(`events/${slug}/proposals/${id}/support`));
    const lines = wish.lines.map(({ label, quantity, unitPence }) => ({ label, kind: 'expense', quantity, unitPrice: pounds(unitPence) }));
    await team.organiser.post(`events/${slug}/proposals/${id}/review`);
    await team.estimator.put(`events/${slug}/proposals/${id}/costs`, { lines });
    await team.organiser.post(`events/${slug}/proposals/${id}/approve-costs`);
    await team.organiser.post(`events/${slug}/proposals/${id}/shortlist`);
  }
  return ids;
}

export interface BallotPlan {
  title: string;
  closesAt: Date;
  rule?: 'greedy_votes' | 'mes_cost_add1u';
  /** Whether people may vote who join after the opening; left out = as the API decides. */
  lateJoiners?: 'admitted' | 'refused';
}

/** A vote over the shortlist, opened at once. Answers its id. */
export async function openBallot(slug: string, team: Team, proposalIds: readonly string[], plan: BallotPlan): Promise<string> {
  const { id } = await team.organiser.post<{ id: string }>(`events/${slug}/ballots`, {
    title: plan.title,
    question: 'What should the money be spent on?',
    pot: pounds(POT_PENCE),
    proposalIds,
    closesAt: plan.closesAt.toISOString(),
    rule: plan.rule ?? 'mes_cost_add1u',
    noticeHours: 0,
    lateJoiners: plan.lateJoiners,
  });
  await team.organiser.post(`events/${slug}/ballots/${id}/open`);
  return id;
}

/** Each voter approves of what they like, by the wishes' popularity and numbers that are the same every time. */
export async function castBallots(
  slug: string,
  ballotId: string,
  voters: readonly Api[],
  proposalIds: readonly string[],
  tick: () => void = () => undefined,
): Promise<void> {
  const next = seededNumbers(2_016);
  const ballots = voters.map((voter) => ({ voter, choices: proposalIds.filter((_, i) => next() * 100 < (wishes[i]?.liking ?? 0)) }));
  await together(ballots, ({ voter, choices }) => voter.put(`events/${slug}/ballots/${ballotId}/my-ballot`, { choices }).then(tick));
}
