import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { useEvent } from '../event-context';
import { useFormat } from '../use-format';
import { BallotFieldset } from './ballot-fieldset';
import type { MethodFieldsProps } from './method-fields';

const ANSWERS = ['yes', 'maybe', 'no'] as const;

/** Dates: yes, maybe or no to each; times in the event's zone. */
export function AnswerDates({ ballot, content, may, error }: MethodFieldsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useEvent();
  const given = new Map(content?.dates?.map(({ optionId, answer }) => [optionId, answer]));
  const byTime = [...ballot.options].sort((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''));
  return (
    <BallotFieldset legend={t('dates.legend')} hint={t('dates.hint', { zone: timeZone })} error={error}>
      {byTime.map((option) => {
        const when = option.startsAt ? format.dateTime(option.startsAt, timeZone) : option.title;
        return (
          <fieldset key={option.optionId} className="date-choice" disabled={!may || option.withdrawn}>
            <legend>
              {when}
              {option.startsAt && option.title !== option.startsAt && <small className="quiet block">{option.title}</small>}
              {option.withdrawn && <small className="quiet"> · {t('ballot.withdrawn')}</small>}
            </legend>
            {ANSWERS.map((answer) => (
              <span key={answer} className="date-answer">
                <input
                  type="radio"
                  id={`date-${option.optionId}-${answer}`}
                  name={`date-${option.optionId}`}
                  value={answer}
                  defaultChecked={given.get(option.optionId) === answer}
                />
                <label htmlFor={`date-${option.optionId}-${answer}`}>{t(`dates.${answer}`)}</label>
              </span>
            ))}
          </fieldset>
        );
      })}
    </BallotFieldset>
  );
}
