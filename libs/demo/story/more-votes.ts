import { type Api, together } from './api.js';
import type { Team } from './gathering.js';
import { seededNumbers } from './wishes.js';

const DAY_MS = 86_400_000;
const SEED = 2_017;

const HALLS = ['The college hall', 'The library on the square', 'The lecture theatre of the hospital', 'The leisure centre'];
const TOPICS = ['Waiting times', 'Data about me', 'Working nights', 'Getting home from hospital', 'Apps that help'];

interface Shown {
  options: { optionId: string }[];
}

/** Votes by other methods than ticking: a venue by ranking, which is over; a date, topics by points and a question of consent, which are open. */
export async function seedMoreVotes(slug: string, team: Team, voters: readonly Api[], now: Date): Promise<void> {
  const next = seededNumbers(SEED);
  const ballots = `events/${slug}/ballots`;
  const closesAt = new Date(now.getTime() + 10 * DAY_MS).toISOString();
  const named = (titles: readonly string[]): { title: string }[] => titles.map((title) => ({ title }));

  /** Opens a vote. Answers where it is and what can be chosen. */
  const open = async (vote: object): Promise<{ at: string; options: string[] }> => {
    const { id } = await team.organiser.post<{ id: string }>(ballots, { closesAt, lateJoiners: 'admitted', ...vote });
    const { options } = await team.organiser.post<Shown>(`${ballots}/${id}/open`);
    return { at: `${ballots}/${id}`, options: options.map((option) => option.optionId) };
  };
  const cast = async (at: string, by: readonly Api[], ballotOf: () => object): Promise<void> => {
    await together(by, (voter) => voter.put(`${at}/my-ballot`, ballotOf()));
  };
  const shuffled = (options: readonly string[]): string[] =>
    options
      .map((id, at) => ({ id, wish: next() * (options.length + at) }))
      .sort((a, b) => b.wish - a.wish)
      .map(({ id }) => id);

  const venue = await open({
    title: 'Where shall we meet?',
    question: 'Put the halls in the order you like them.',
    method: 'ranked',
    options: named(HALLS),
  });
  await cast(venue.at, voters, () => ({
    ranks: shuffled(venue.options)
      .slice(0, 3)
      .map((optionId, at) => ({ optionId, rank: at + 1 })),
  }));
  await team.organiser.post(`${venue.at}/close`);

  const evenings = [20, 22, 27].map((days, at) => ({
    title: ['A Monday evening', 'A Wednesday evening', 'The week after'][at]!,
    startsAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
  }));
  const date = await open({ title: 'When does the planning group meet?', method: 'dates', options: evenings });
  await cast(date.at, voters.slice(0, 6), () => ({
    dates: date.options.map((optionId) => ({ optionId, answer: (['yes', 'maybe', 'no'] as const)[Math.floor(next() * 3)]! })),
  }));

  const topics = await open({
    title: 'What should the talks be about?',
    question: 'You have ten points; give at most five to one topic.',
    method: 'points',
    pointsBudget: 10,
    pointsCap: 5,
    seats: 3,
    options: named(TOPICS),
  });
  await cast(topics.at, voters.slice(2, 9), () => {
    const [first, second, third] = shuffled(topics.options);
    return {
      points: [
        { optionId: first, points: 5 },
        { optionId: second, points: 3 },
        { optionId: third, points: 2 },
      ],
    };
  });

  const filming = await open({
    title: 'Shall the talks be filmed?',
    question: 'Films would be online for a year. Whoever speaks can say no for their own talk.',
    method: 'consent',
  });
  await cast(filming.at, voters.slice(0, 5), () => ({ answer: next() < 0.8 ? 'agree' : 'abstain' }));
}
