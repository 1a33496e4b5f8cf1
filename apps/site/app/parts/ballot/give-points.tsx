import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { BallotFieldset } from './ballot-fieldset';
import type { MethodFieldsProps } from './method-fields';
import { OptionText, ReadMore } from './option-text';

/** Points: a number beside every option, and how many are left. */
export function GivePoints({ ballot, content, may, error }: MethodFieldsProps): ReactNode {
  const { t } = useTranslation();
  const budget = ballot.pointsBudget ?? 0;
  const cap = Math.min(ballot.pointsCap ?? budget, budget);
  const given = new Map(content?.points?.map(({ optionId, points }) => [optionId, points]));
  const left = budget - [...given.values()].reduce((sum, points) => sum + points, 0);
  const hint = t(cap < budget ? 'points.hintCap' : 'points.hint', { count: budget, cap });
  return (
    <BallotFieldset legend={t('points.legend')} hint={hint} error={error}>
      <p
        className={left < 0 ? 'dots over' : 'dots'}
        id="dots-left"
        data-dots={budget}
        data-left={t('points.left', { left: '#', of: budget })}
        data-over={t('points.over', { over: '#', of: budget })}
      >
        {left < 0 ? t('points.over', { over: -left, of: budget }) : t('points.left', { left, of: budget })}
      </p>
      {ballot.options.map((option) => (
        <div key={option.optionId} className="choice">
          <label htmlFor={`points-${option.optionId}`}>
            <OptionText option={option} />
          </label>
          <ReadMore option={option} />
          <input
            type="number"
            id={`points-${option.optionId}`}
            name={`points-${option.optionId}`}
            className="points"
            min={0}
            max={cap}
            step={1}
            inputMode="numeric"
            defaultValue={given.get(option.optionId) ?? ''}
            disabled={!may || option.withdrawn}
            aria-describedby="dots-left"
          />
        </div>
      ))}
    </BallotFieldset>
  );
}
