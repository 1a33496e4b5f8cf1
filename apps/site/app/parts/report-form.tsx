import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import { Choices } from './choices';
import { TextField } from './field';
import { SignInFirst } from './sign-in-first';

const REASONS = ['spam', 'offensive', 'off_topic', 'personal_data', 'other'] as const;

/** Tells the moderators about something; folded away until wanted. */
export function ReportForm({ action, signedIn }: { action: string; signedIn: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <details className="report">
      <summary>{t('report.title')}</summary>
      {signedIn ? (
        <form method="post" action={action} noValidate>
          <input type="hidden" name="do" value="report" />
          <Choices
            name="reason"
            legend={t('report.why')}
            options={REASONS.map((value) => ({ value, label: t(`report.reason.${value}`) }))}
            defaultValue="spam"
          />
          <TextField name="note" label={t('report.note')} rows={2} maxLength={500} />
          <div className="actions">
            <button type="submit" className="secondary">
              {t('report.submit')}
            </button>
          </div>
        </form>
      ) : (
        <SignInFirst>{t('report.signIn')}</SignInFirst>
      )}
    </details>
  );
}
