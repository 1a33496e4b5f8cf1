import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { ConsentResultView } from '../../views/results';
import { useFormat } from '../use-format';
import { Picture } from './picture';

const ANSWERS = ['agree', 'abstain', 'disagree', 'block'] as const;
const WIDTH = 600;

/** A consent question: how many agree, abstain, disagree and block, what follows, and the reasons of those who block. */
export function ConsentResult({ consent }: { consent: ConsentResultView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const all = Math.max(
    1,
    ANSWERS.reduce((sum, answer) => sum + consent.counts[answer], 0),
  );
  let x = 0;
  return (
    <>
      <Picture
        title={t('consentVote.title')}
        reading={t(`consentVote.outcome.${consent.outcome}`)}
        table={
          <table className="narrow-table">
            <tbody>
              {ANSWERS.map((answer) => (
                <tr key={answer}>
                  <th scope="row">
                    <i className={`swatch answer-${answer}`} aria-hidden="true" /> {t(`consentVote.${answer}`)}
                  </th>
                  <td className="number">{format.number(consent.counts[answer])}</td>
                  <td className="number">{format.percent(consent.counts[answer] / all)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      >
        <svg viewBox={`0 0 ${WIDTH} 28`} className="pot-bar" aria-hidden="true" focusable="false" preserveAspectRatio="none">
          {ANSWERS.map((answer) => {
            const from = x;
            x += (consent.counts[answer] / all) * WIDTH;
            return <rect key={answer} x={from} width={x - from} height="28" className={`answer-${answer}`} />;
          })}
        </svg>
      </Picture>
      {consent.reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <h2 id="reasons">{t('consentVote.reasons')}</h2>
          <p className="quiet">{t('consentVote.reasonsAre')}</p>
          <ul>
            {consent.reasons.map((reason, at) => (
              <li key={at}>
                <q className="prose">{reason}</q>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
