import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { HoursSummaryView } from '../views/volunteers';
import { useFormat } from './use-format';

const WIDTH = 200;

/** The hours people gave: the sum first, then those who let themselves be named. */
export function HoursPicture({ hours }: { hours: HoursSummaryView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...hours.byPerson.map((p) => p.confirmedMinutes));
  return (
    <>
      <p className="number-first">
        <strong className="big-figure">{format.hours(hours.confirmedMinutes)}</strong>{' '}
        <span>{t('hours.reading', { count: hours.people })}</span>
      </p>
      {hours.worth && <p>{t('hours.worth', { worth: format.money(hours.worth), source: hours.rateSource })}</p>}
      {hours.waitingMinutes > 0 && <p className="quiet">{t('hours.waiting', { hours: format.hours(hours.waitingMinutes) })}</p>}
      {hours.byPerson.length > 0 && (
        <table className="bars">
          <caption>{t('hours.named')}</caption>
          <tbody>
            {hours.byPerson.map((person, at) => (
              <tr key={at}>
                <th scope="row">
                  {person.name}
                  <svg viewBox={`0 0 ${WIDTH} 10`} className="bar" aria-hidden="true" preserveAspectRatio="none">
                    <rect width={Math.round((person.confirmedMinutes / most) * WIDTH)} height="10" className="bar-in" />
                  </svg>
                </th>
                <td className="number">{t('hours.of', { hours: format.hours(person.confirmedMinutes) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
