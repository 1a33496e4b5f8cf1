import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { inRankOrder } from '../../models/ranking';
import { BallotFieldset } from './ballot-fieldset';
import type { MethodFieldsProps } from './method-fields';
import { OptionText, ReadMore } from './option-text';

/** Ranks: a place chosen for every option; with script also moved up and down with buttons, keys or by dragging. */
export function RankOptions({ ballot, content, may, error }: MethodFieldsProps): ReactNode {
  const { t } = useTranslation();
  const ranks = new Map(content?.ranks?.map(({ optionId, rank }) => [optionId, rank]));
  const most = Math.min(ballot.maxChoices, ballot.options.length);
  const hint = [
    most < ballot.options.length ? t('ranking.hintMost', { count: most }) : t('ranking.hint'),
    t(ballot.equalRanks ? 'ranking.ties' : 'ranking.noTies'),
  ].join(' ');
  return (
    <BallotFieldset legend={t('ranking.legend')} hint={hint} error={error}>
      <ol
        className="ranking"
        data-ranking={most}
        data-ties={ballot.equalRanks ? '' : undefined}
        data-texts={JSON.stringify({
          up: t('ranking.up'),
          down: t('ranking.down'),
          drag: t('ranking.drag'),
          moved: t('ranking.moved'),
          removed: t('ranking.removed'),
        })}
      >
        {inRankOrder(ballot.options, ({ optionId }) => ranks.get(optionId)).map((option) => (
          <li key={option.optionId} className="choice" data-title={option.title}>
            <select
              id={`rank-${option.optionId}`}
              name={`rank-${option.optionId}`}
              className="rank"
              defaultValue={ranks.get(option.optionId) ?? ''}
              disabled={!may || option.withdrawn}
              autoComplete="off"
            >
              <option value="">{t('ranking.none')}</option>
              {Array.from({ length: most }, (_, at) => (
                <option key={at} value={at + 1}>
                  {t('ranking.place', { place: at + 1 })}
                </option>
              ))}
            </select>
            <label htmlFor={`rank-${option.optionId}`}>
              <OptionText option={option} />
            </label>
            <ReadMore option={option} />
          </li>
        ))}
      </ol>
      <p className="sr" role="status" data-rank-news />
    </BallotFieldset>
  );
}
