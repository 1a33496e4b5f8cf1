import type { TFunction } from 'i18next';
import type { BallotDetailView } from '../views/ballots';
import type { BallotResultView } from '../views/results';
import type { Format } from './format';
import { sayAmount } from './result-sentences';

interface Reading {
  readonly t: TFunction;
  readonly format: Format;
  readonly titleOf: (option: string) => string;
  readonly timeZone: string;
}

/** A result in one sentence. */
export function resultReading(ballot: BallotDetailView, result: BallotResultView, { t, format, titleOf, timeZone }: Reading): string {
  const official = result.outcomes.find((outcome) => outcome.official);
  if (official) {
    const say = (amount: string): string => sayAmount(amount, ballot.pot?.currency ?? 'GBP', format);
    return t('result.reading', {
      count: official.winners.length,
      of: official.projects.length,
      spent: say(official.spent),
      pot: say(official.pot),
      left: say(official.left),
    });
  }
  if (result.consent) return t(`consentVote.outcome.${result.consent.outcome}`);
  const { winners } = result;
  if (!winners.length) return t('result.nobodyWon');
  const date = result.dates?.find(({ optionId }) => optionId === winners[0]);
  if (date?.startsAt) return t('result.dateWon', { date: format.dateTime(date.startsAt, timeZone) });
  return t('result.won', { count: winners.length, titles: format.list(winners.map((id) => t('result.quoted', { title: titleOf(id) }))) });
}

/** Whether a tie or the lot mattered; null where nothing can be tied. */
export function tiesOf(result: BallotResultView): { tieMattered: boolean; lotMattered: boolean } | null {
  return result.consent ? null : result;
}
