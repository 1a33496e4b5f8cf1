import type { DEMO_EVENTS } from '../people.js';
import { type Api, together } from './api.js';

export interface Gathering {
  slug: string;
  name: string;
  hashtag: string;
  /** The spark it all starts with: at most 140 characters. */
  text: string;
  date: string;
  place: string;
  capacity: number;
  sparks: readonly string[];
}

/** The two demo events: other people, other sparks, so that isolation can be seen. */
export const GATHERINGS: Readonly<Record<(typeof DEMO_EVENTS)[number], Gathering>> = {
  wgt16: {
    slug: 'wgt16',
    name: 'We Get Together 2016',
    hashtag: 'WGT16',
    text: 'We talk about health care every evening and never meet. We should organise a get-together! Who is in?',
    date: '2027-06-18',
    place: 'Great Hall, Riverside University',
    capacity: 250,
    sparks: [
      'A session run by patients, where clinicians only listen for the first half hour.',
      'Could somebody from a hospital kitchen tell us how good food became possible there?',
      'Ten minutes each: the smallest change that made the biggest difference on your ward.',
      'I would come if there were childcare. Many of us would.',
      'Let people at home ask the first question in every session.',
      'Swap shop: bring one form you would abolish, take home one idea.',
    ],
  },
  wgt17: {
    slug: 'wgt17',
    name: 'We Get Together 2017',
    hashtag: 'WGT17',
    text: 'The day last year became twelve actions. Next year: what did we keep, and what do we start? Same idea, new city.',
    date: '2027-11-12',
    place: 'Harbour Hall',
    capacity: 250,
    sparks: ['Show what became of last year’s promises, with numbers.', 'A table for people who have never been to such a day before.'],
  },
};

/** Fixes date and place, and fills the event's own wall with sparks, support and talk. */
export async function seedWall(
  slug: string,
  organiser: Api,
  people: readonly Api[],
  { date, place, capacity, sparks }: Gathering,
): Promise<void> {
  const { version } = await organiser.get<{ version: number }>(`events/${slug}`);
  await organiser.patch(`events/${slug}`, { version, date, startsAt: '09:30', endsAt: '17:30', place, capacity });
  for (const [i, text] of sparks.entries()) {
    const { id } = await people[i % people.length]!.post<{ id: string }>('sparks', { text, eventSlug: slug });
    const liking = people.filter((_, j) => (i + j) % 3 !== 0 && j !== i % people.length);
    await together(liking, (person) => person.post(`sparks/${id}/support`));
    if (i % 2 === 0)
      await people[(i + 4) % people.length]!.post(`sparks/${id}/comments`, { text: 'Yes, and I can help with that.', stance: 'for' });
  }
}
