import type { BallotContentView } from '../views/ballots';

/** What is sent to cast a ballot. */
export interface CastBody {
  choices?: string[];
  points?: { optionId: string; points: number }[];
  ranks?: { optionId: string; rank: number }[];
  answer?: string;
  reason?: string;
  dates?: { optionId: string; answer: string }[];
}

type Entries = readonly (readonly [string, string])[];

/**
 * The ballot that a filled-in form says, by the vote's method. Fields are `choice` (ticked, repeated), `points-ID`, `rank-ID`, `date-ID`,
 * `answer` and `reason`; empty fields say nothing. What does not fit the rules is left for the API to refuse in words.
 */
export function ballotBody(method: string, entries: Entries): CastBody {
  const byOption = (prefix: string): [string, string][] =>
    entries.flatMap(([name, value]) =>
      name.startsWith(prefix) && value.trim() !== '' ? [[name.slice(prefix.length), value.trim()] as [string, string]] : [],
    );
  const first = (name: string): string => entries.find(([own]) => own === name)?.[1].trim() ?? '';
  switch (method) {
    case 'points':
      return {
        points: byOption('points-')
          .map(([optionId, points]) => ({ optionId, points: Number(points) }))
          .filter(({ points }) => points !== 0),
      };
    case 'ranked':
      return { ranks: byOption('rank-').map(([optionId, rank]) => ({ optionId, rank: Number(rank) })) };
    case 'consent':
      return { answer: first('answer'), ...(first('reason') && first('answer') === 'block' ? { reason: first('reason') } : {}) };
    case 'dates':
      return { dates: byOption('date-').map(([optionId, answer]) => ({ optionId, answer })) };
    default:
      return { choices: entries.flatMap(([name, value]) => (name === 'choice' ? [value] : [])) };
  }
}

/** The same for showing a form that came back, or a draft: what was filled in. */
export function contentOf(body: CastBody): BallotContentView {
  return {
    choices: body.choices ?? null,
    points: body.points ?? null,
    ranks: body.ranks ?? null,
    answer: body.answer ?? null,
    reason: body.reason ?? null,
    dates: body.dates ?? null,
  };
}

/** A consent ballot without an answer is no ballot; every other may be empty. */
export const saysSomething = (method: string, body: CastBody): boolean => method !== 'consent' || Boolean(body.answer);
