import type { ReactNode } from 'react';
import { SparkText } from './spark-text';
import { useTranslation } from './use-translation';

/** The first sentence, where everybody arrives: a member's goes to the wall at once, a guest's is finished there. */
export function SparkStart({ signedIn }: { signedIn: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <form method={signedIn ? 'post' : 'get'} action="/sparks" className="spark-form" noValidate>
      <SparkText label={t('home.ask')} />
      <div className="actions">
        <button type="submit">{t('home.postSpark')}</button>
      </div>
      {!signedIn && <p className="quiet">{t('home.guest')}</p>}
    </form>
  );
}
