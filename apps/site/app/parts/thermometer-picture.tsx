import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { type Funding, SCALE, thermometer } from '../models/thermometer';
import { useFormat } from './use-format';

/** How far the money has come: a picture, one sentence that reads it, and the same figures as a table. */
export function ThermometerPicture({ funding, backers }: { funding: Funding; backers: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { parts, goalAt, targetAt, share } = thermometer(funding);
  const reading = t('funding.reading', {
    pledged: format.money(funding.pledged),
    goal: format.money(funding.goal),
    percent: format.percent(share),
    count: backers,
  });
  return (
    <figure className="picture thermometer">
      <figcaption>
        <strong className="big-figure">{format.money(funding.pledged)}</strong>{' '}
        <span>{t('funding.of', { goal: format.money(funding.goal) })}</span>
      </figcaption>
      <svg viewBox={`-2 0 ${SCALE + 4} 44`} role="img" aria-label={reading} preserveAspectRatio="none">
        <defs>
          <pattern id="promised" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="8" height="8" className="fill-promised" />
            <rect width="4" height="8" className="fill-collected" />
          </pattern>
          <pattern id="in-kind" width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" className="fill-in-kind" />
            <circle cx="4" cy="4" r="1.6" className="fill-dot" />
          </pattern>
        </defs>
        <rect x="0" y="8" width={SCALE} height="28" rx="6" className="fill-track" />
        {parts.map(
          ({ kind, from, width }) => width > 0 && <rect key={kind} x={from} y="8" width={width} height="28" className={`part-${kind}`} />,
        )}
        <line x1={goalAt} x2={goalAt} y1="2" y2="42" className="goal-mark" />
        {targetAt !== undefined && <line x1={targetAt} x2={targetAt} y1="2" y2="42" className="goal-mark target-mark" />}
      </svg>
      <p className="reading">{reading}</p>
      <ul className="parts-told">
        {parts.map(
          ({ kind, amount, width }) =>
            width > 0 && (
              <li key={kind}>
                <i className={`swatch part-${kind}`} aria-hidden="true" /> {t(`funding.part.${kind}`)} {format.money(amount)}
              </li>
            ),
        )}
        <li>
          <i className="goal-swatch" aria-hidden="true" /> {t('funding.part.goal')} {format.money(funding.goal)}
        </li>
        {funding.target && (
          <li>
            <i className="goal-swatch target-swatch" aria-hidden="true" /> {t('funding.part.target')} {format.money(funding.target)}
          </li>
        )}
      </ul>
      <details>
        <summary>{t('picture.figures')}</summary>
        <table>
          <tbody>
            {parts.map(({ kind, amount }) => (
              <tr key={kind}>
                <th scope="row">
                  <i className={`swatch part-${kind}`} aria-hidden="true" /> {t(`funding.part.${kind}`)}
                </th>
                <td className="number">{format.money(amount)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('funding.part.goal')}</th>
              <td className="number">{format.money(funding.goal)}</td>
            </tr>
            {funding.target && (
              <tr>
                <th scope="row">{t('funding.part.target')}</th>
                <td className="number">{format.money(funding.target)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
