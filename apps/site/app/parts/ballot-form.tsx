import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import type { BallotDetailView } from '../views/ballots';
import { ErrorSummary } from './error-summary';
import { Field } from './field';
import { useEvent } from './event-context';
import { useFormat } from './use-format';

interface BallotFormProps {
  ballot: BallotDetailView;
  chosen: readonly string[];
  voted: boolean;
  /** Whether this person may cast now. */
  may: boolean;
  /** Without an account the earlier ballot's receipt says whose it is. */
  asksReceipt: boolean;
  /** Where script saves each tick at once. */
  saveAt?: string | undefined;
  reply?: FormReply | undefined;
}

/** Tick what you would like; every tick is saved at once where there is script, else with the button. */
export function BallotForm({ ballot, chosen, voted, may, asksReceipt, saveAt, reply }: BallotFormProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useEvent();
  return (
    <form
      method="post"
      noValidate
      data-save-at={may ? saveAt : undefined}
      data-saving={t('ballot.saving')}
      data-saved={t('ballot.saved')}
      data-failed={t('ballot.failed')}
    >
      <ErrorSummary reply={reply} />
      <fieldset className="choices ballot" id="choice" tabIndex={-1}>
        <legend>{t('ballot.choose')}</legend>
        <p className="hint">
          {t(ballot.maxChoices < ballot.options.length ? 'ballot.chooseAtMost' : 'ballot.chooseAny', { count: ballot.maxChoices })}
        </p>
        {ballot.options.map((option) => (
          <div key={option.proposalId} className="choice">
            <input
              type="checkbox"
              id={`choice-${option.proposalId}`}
              name="choice"
              value={option.proposalId}
              defaultChecked={chosen.includes(option.proposalId)}
              disabled={!may || option.withdrawn}
            />
            <label htmlFor={`choice-${option.proposalId}`}>
              <span>{option.title}</span>
              <small>
                <span className="money">{format.money(option.cost)}</span>
                {option.withdrawn && ` · ${t('ballot.withdrawn')}`}
              </small>
            </label>
            <a className="more" href={`/events/${slug}/proposals/${option.proposalId}`}>
              {t('ballot.read')}
              <span className="sr">: {option.title}</span>
            </a>
          </div>
        ))}
      </fieldset>
      {may && (
        <>
          {asksReceipt && (
            <Field
              name="receipt"
              label={t('ballot.receipt')}
              hint={t('ballot.receiptHint')}
              autoComplete="off"
              spellCheck={false}
              reply={reply}
            />
          )}
          <p className="save-state" role="status" hidden />
          <div className="actions">
            <button type="submit">{t(voted || asksReceipt ? 'ballot.change' : 'ballot.cast')}</button>
          </div>
          <p className="quiet">{t(ballot.anonymous ? 'ballot.secret' : 'ballot.notSecret')}</p>
        </>
      )}
    </form>
  );
}
