import type { ReactNode } from 'react';
import type { SparkDetailView } from '../views/sparks';
import { useTranslation } from './use-translation';

/** Text and short address that fit 140 characters together, ready to be copied. */
export function ShareSpark({ spark }: { spark: SparkDetailView }): ReactNode {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('share.title')}</summary>
      <p className="hint">{t('share.hint')}</p>
      <p>
        <code className="break">{spark.shareText}</code>
      </p>
    </details>
  );
}
