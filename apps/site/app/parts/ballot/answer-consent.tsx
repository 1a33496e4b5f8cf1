import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { BallotFieldset } from './ballot-fieldset';
import type { MethodFieldsProps } from './method-fields';

const ANSWERS = ['agree', 'abstain', 'disagree', 'block'] as const;

/** Consent: agree, abstain, disagree or block; who blocks says why. */
export function AnswerConsent({ ballot, content, may, error }: MethodFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <BallotFieldset legend={ballot.question || ballot.title} hint={t('consentVote.hint')} error={error}>
      {ANSWERS.map((answer) => (
        <div key={answer} className="choice">
          <input
            type="radio"
            id={`answer-${answer}`}
            name="answer"
            value={answer}
            defaultChecked={content?.answer === answer}
            disabled={!may}
            aria-describedby={`answer-${answer}-means`}
          />
          <label htmlFor={`answer-${answer}`}>
            <span>{t(`consentVote.${answer}`)}</span>
            <small id={`answer-${answer}-means`}>{t(`consentVote.means.${answer}`)}</small>
          </label>
        </div>
      ))}
      <div className="field block-reason">
        <label htmlFor="reason">{t('consentVote.reason')}</label>
        <p className="hint" id="reason-hint">
          {t('consentVote.reasonHint')}
        </p>
        <textarea
          id="reason"
          name="reason"
          rows={3}
          maxLength={500}
          defaultValue={content?.reason ?? ''}
          disabled={!may}
          aria-describedby="reason-hint"
        />
      </div>
    </BallotFieldset>
  );
}
