import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import { SPARK_MAX } from '../../../../libs/events/domain/spark-text';
import { ErrorSummary } from './error-summary';
import { TextField } from './field';
import { GuestFields } from './guest-fields';

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
      <TextField
        name="text"
        label={t('sparkForm.text')}
        hint={t('sparkForm.hint', { limit: SPARK_MAX })}
        rows={3}
        required
        defaultValue={draft}
        reply={reply}
        data-spark-limit={SPARK_MAX}
        data-similar
        data-event={eventSlug}
      />
      <p className="counter" id="text-counter" aria-live="polite" data-left={t('sparkForm.left')} data-over={t('sparkForm.over')} hidden />
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
