import type { ReactNode } from 'react';
import { SPARK_MAX } from '../../../../libs/events/domain/spark-text';
import { TextField } from './field';
import { useTranslation } from './use-translation';

/** The first sentence, where everybody arrives: a member's goes to the wall at once, a guest's is finished there. */
export function SparkStart({ signedIn }: { signedIn: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <form method={signedIn ? 'post' : 'get'} action="/sparks" className="spark-form" noValidate>
      <TextField
        name="text"
        label={t('home.ask')}
        hint={t('sparkForm.hint', { limit: SPARK_MAX })}
        rows={3}
        required
        data-spark-limit={SPARK_MAX}
      />
      <p className="counter" id="text-counter" aria-live="polite" data-left={t('sparkForm.left')} data-over={t('sparkForm.over')} hidden />
      <div className="actions">
        <button type="submit">{t('home.postSpark')}</button>
      </div>
      {!signedIn && <p className="quiet">{t('home.guest')}</p>}
    </form>
  );
}
