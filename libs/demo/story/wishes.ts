/** What people wished for: fourteen proposals, each with its cost sheet. Amounts in minor units (pence). */
export interface Wish {
  title: string;
  body: string;
  lines: readonly { label: string; quantity: number; unitPence: number }[];
  /** How many in a hundred voters approve of it; the seed turns this into ballots. */
  liking: number;
}

export const wishes: readonly Wish[] = [
  {
    title: 'A hall for two hundred and fifty people',
    body: 'A place near a railway station, with a stage, step-free, for one whole day.',
    lines: [{ label: 'Hall for a day', quantity: 1, unitPence: 600_000 }],
    liking: 92,
  },
  {
    title: 'Lunch that everybody can eat',
    body: 'Vegetarian by default, with labels; nobody should have to leave to find food.',
    lines: [{ label: 'Lunch', quantity: 250, unitPence: 1_200 }],
    liking: 81,
  },
  {
    title: 'Captions for every talk',
    body: 'Live captions in the room and on the stream, so that everybody can follow.',
    lines: [{ label: 'Captioner, hours', quantity: 8, unitPence: 9_000 }],
    liking: 66,
  },
  {
    title: 'A stream for people at home',
    body: 'Two cameras and one person who reads out the questions from outside.',
    lines: [
      { label: 'Cameras and stream', quantity: 1, unitPence: 85_000 },
      { label: 'Operator, days', quantity: 1, unitPence: 25_000 },
    ],
    liking: 72,
  },
  {
    title: 'Travel help for students and carers',
    body: 'A small fund so that the fare does not decide who can come to the day.',
    lines: [{ label: 'Fares', quantity: 40, unitPence: 2_500 }],
    liking: 58,
  },
  {
    title: 'A room to be quiet in',
    body: 'Soft light, chairs and no talks: a place to breathe between conversations.',
    lines: [{ label: 'Furniture hire', quantity: 1, unitPence: 18_000 }],
    liking: 49,
  },
  {
    title: 'Childcare on the day itself',
    body: 'Two qualified people and toys, so that parents can be part of it as well.',
    lines: [{ label: 'Carers, hours', quantity: 20, unitPence: 2_200 }],
    liking: 44,
  },
  {
    title: 'Printed badges with large names',
    body: 'First names that can be read from two metres, and a colour for newcomers.',
    lines: [{ label: 'Badges', quantity: 260, unitPence: 65 }],
    liking: 38,
  },
  {
    title: 'A graphic recorder for the talks',
    body: 'Somebody who draws what is said, so that the walls remember the day for us.',
    lines: [{ label: 'Recorder, days', quantity: 1, unitPence: 65_000 }],
    liking: 35,
  },
  {
    title: 'Coffee and fruit all day long',
    body: 'The best conversations happen beside the coffee: it should never run out.',
    lines: [{ label: 'Coffee and fruit', quantity: 250, unitPence: 480 }],
    liking: 63,
  },
  {
    title: 'A sign-language interpreter',
    body: 'Two interpreters for the main room, announced early so that people can plan.',
    lines: [{ label: 'Interpreters, days', quantity: 2, unitPence: 38_000 }],
    liking: 41,
  },
  {
    title: 'Music when we come together',
    body: 'A local choir opens the day and gets everybody to sing one song together.',
    lines: [{ label: 'Choir, travel and thanks', quantity: 1, unitPence: 30_000 }],
    liking: 22,
  },
  {
    title: 'A photo wall of all who came',
    body: 'One portrait each, with a sentence about what we are going to do next.',
    lines: [{ label: 'Printer and paper', quantity: 1, unitPence: 27_500 }],
    liking: 19,
  },
  {
    title: 'A dinner for the speakers',
    body: 'A table for twelve on the evening before, so that the speakers can meet.',
    lines: [{ label: 'Dinner', quantity: 12, unitPence: 3_500 }],
    liking: 12,
  },
];

/** What there is to spend: eleven thousand pounds. */
export const POT_PENCE = 1_100_000;

/** Numbers that look random and are the same every time (a linear congruential generator, Numerical Recipes' constants). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
