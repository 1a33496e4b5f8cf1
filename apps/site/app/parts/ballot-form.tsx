import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import type { WhyNot } from '../models/why-not';
import type { BallotContentView, BallotDetailView } from '../views/ballots';
import { MethodFields } from './ballot/method-fields';
import { SavingTexts } from './ballot/saving-texts';
import { ErrorSummary } from './error-summary';
import { Field } from './field';

interface BallotFormProps {
  ballot: BallotDetailView;
  content: BallotContentView | null;
  voted: boolean;
  /** Whether this person may cast now. */
  may: boolean;
  /** Why nothing can be added, or only with a code. */
  why: WhyNot | null;
  /** Not on the list of voters, or not signed in: an earlier ballot's receipt or a printed code says whose ballot it is. */
  asksCode: boolean;
  /** Where script saves each change at once. */
  saveAt?: string | undefined;
  reply?: FormReply | undefined;
}

/** Fill the ballot in; every change is saved at once where there is script, else with the button. */
export function BallotForm({ ballot, content, voted, may, why, asksCode, saveAt, reply }: BallotFormProps): ReactNode {
  const { t } = useTranslation();
  return (
    <form
      method="post"
      noValidate
      className="ballot-form"
      data-ballot={ballot.id}
      data-method={ballot.method}
      data-counted={voted ? '' : undefined}
      data-save-at={may ? saveAt : undefined}
    >
      <ErrorSummary reply={reply} />
      <MethodFields ballot={ballot} content={content} may={may} why={why} error={reply?.fields['choice']} />
      {may && (
        <>
          {asksCode && (
            <div className="two">
              <Field
                name="receipt"
                label={t('ballot.receipt')}
                hint={t('ballot.receiptHint')}
                autoComplete="off"
                spellCheck={false}
                reply={reply}
              />
              <Field name="code" label={t('ballot.code')} hint={t('ballot.codeHint')} autoComplete="off" spellCheck={false} reply={reply} />
            </div>
          )}
          <p className="save-state" role="status" />
          <div className="actions">
            <button type="submit">{t(voted || asksCode ? 'ballot.change' : 'ballot.cast')}</button>
          </div>
          <p className="quiet">{t(ballot.anonymous ? 'ballot.secret' : 'ballot.notSecret')}</p>
          <SavingTexts />
        </>
      )}
    </form>
  );
}
