import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import { ErrorSummary } from './error-summary';
import { Field } from './field';

/** Turns a spark into an event; whoever does it becomes its owner. */
export function PromoteForm({ action, reply }: { action: string; reply?: FormReply | undefined }): ReactNode {
  const { t } = useTranslation();
  const mine = reply?.values['do'] === 'promote' ? reply : undefined;
  return (
    <details className="promote" open={!!mine}>
      <summary>{t('promote.title')}</summary>
      <p>{t('promote.lead')}</p>
      <form method="post" action={action} noValidate>
        <ErrorSummary reply={mine} />
        <input type="hidden" name="do" value="promote" />
        <Field name="name" label={t('promote.name')} required maxLength={150} reply={mine} />
        <Field
          name="slug"
          label={t('promote.slug')}
          hint={t('promote.slugHint')}
          required
          maxLength={40}
          pattern="[a-z0-9\-]+"
          reply={mine}
        />
        <div className="two">
          <Field
            name="currency"
            label={t('promote.currency')}
            hint={t('promote.currencyHint')}
            required
            maxLength={3}
            defaultValue="GBP"
            reply={mine}
          />
          <Field
            name="timeZone"
            label={t('promote.timeZone')}
            hint={t('promote.timeZoneHint')}
            required
            maxLength={60}
            defaultValue="Europe/London"
            reply={mine}
          />
        </div>
        <div className="actions">
          <button type="submit">{t('promote.submit')}</button>
        </div>
      </form>
    </details>
  );
}
