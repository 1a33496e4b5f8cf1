const STEP = 15;

/** Hours as typed (2.5), as minutes in whole quarters. */
export const minutesOf = (hours: number): number => Math.round((hours * 60) / STEP) * STEP;

/** Minutes as people say them: 2 h 30 min. */
export function hoursText(minutes: number, t: (key: string, figures: Record<string, number>) => string): string {
  const rest = minutes % 60;
  return rest === 0
    ? t('hours.whole', { hours: minutes / 60 })
    : t('hours.and_minutes', { hours: Math.floor(minutes / 60), minutes: rest });
}
