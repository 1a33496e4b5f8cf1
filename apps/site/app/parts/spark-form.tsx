import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import { ErrorSummary } from './error-summary';
import { GuestFields } from './guest-fields';
import { SparkText } from './spark-text';

interface SparkFormProps {
  reply?: FormReply | undefined;
  signedIn: boolean;
  /** The event whose wall it goes on; the open wall when absent. */
  eventSlug?: string | undefined;
  /** What was begun on the start page. */
  draft?: string | undefined;
}

/** Posts a spark: 140 characters, counted while typing where there is script; guests give an address to confirm. */
export function SparkForm({ reply, signedIn, eventSlug, draft }: SparkFormProps): ReactNode {
  const { t } = useTranslation();
  return (
    <form method="post" action={eventSlug ? `/sparks?event=${eventSlug}` : '/sparks'} className="spark-form" noValidate>
      <ErrorSummary reply={reply} />
      {eventSlug && <input type="hidden" name="eventSlug" value={eventSlug} />}
      <SparkText label={t('sparkForm.text')} defaultValue={draft} reply={reply} data-similar data-event={eventSlug} />
      <div id="text-similar" className="notice" aria-live="polite" hidden>
        <p>{t('sparkForm.similar')}</p>
        <ul />
      </div>
      {!signedIn && <GuestFields emailHint="sparkForm.emailHint" reply={reply} />}
      <div className="actions">
        <button type="submit">{t('sparkForm.submit')}</button>
      </div>
    </form>
  );
}
