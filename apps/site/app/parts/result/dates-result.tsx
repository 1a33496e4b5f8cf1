import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { DateTotalView } from '../../views/results';
import { useEvent } from '../event-context';
import { useFormat } from '../use-format';
import { Picture, WideTable } from './picture';

const ANSWERS = ['yes', 'maybe', 'no'] as const;
const WIDTH = 600;

/** A date poll: who can come when, most first; times in the event's zone. */
export function DatesResult({ dates }: { dates: readonly DateTotalView[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useEvent();
  const [first] = dates;
  const name = (date: DateTotalView): string => (date.startsAt ? format.dateTime(date.startsAt, timeZone) : date.title);
  const all = Math.max(1, ...dates.map(({ yes, maybe, no }) => yes + maybe + no));
  const title = t('dates.title');
  return (
    <Picture
      title={title}
      reading={first ? t('dates.reading', { date: name(first), yes: format.number(first.yes), maybe: format.number(first.maybe) }) : ''}
      table={null}
    >
      <p className="legend">
        {ANSWERS.map((answer) => (
          <span key={answer}>
            <i className={`swatch date-${answer}`} aria-hidden="true" /> {t(`dates.${answer}`)}
          </span>
        ))}
      </p>
      <WideTable label={title}>
        <table className="vote-bars stack" role="table">
          <caption>{t('dates.caption', { zone: timeZone })}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {t('dates.date')}
              </th>
              {ANSWERS.map((answer) => (
                <th key={answer} scope="col" role="columnheader" className="number">
                  {t(`dates.${answer}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {dates.map((date) => (
              <tr key={date.optionId} role="row">
                <th scope="row" role="rowheader">
                  {name(date)} {date.startsAt && date.title !== date.startsAt && <small className="quiet">{date.title}</small>}{' '}
                  {date.chosen && <small className="quiet">{t('totals.in')}</small>}
                  <svg viewBox={`0 0 ${WIDTH} 14`} className="bar" aria-hidden="true" preserveAspectRatio="none">
                    <rect width={(date.yes / all) * WIDTH} height="14" className="date-yes" />
                    <rect x={(date.yes / all) * WIDTH} width={(date.maybe / all) * WIDTH} height="14" className="date-maybe" />
                    <rect x={((date.yes + date.maybe) / all) * WIDTH} width={(date.no / all) * WIDTH} height="14" className="date-no" />
                  </svg>
                </th>
                {ANSWERS.map((answer) => (
                  <td key={answer} className="number" role="cell" data-label={t(`dates.${answer}`)}>
                    {format.number(date[answer])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Picture>
  );
}
